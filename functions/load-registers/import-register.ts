import { TryAgain } from '#shared/domain/faults.ts';
import { identityChangesMax, type RegisterImport, type RegisterName } from '#shared/domain/register-import.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { deskAuditWrite } from '#shared/records/history-records.ts';
import { findImport, importWrite, type VersionedImport } from '#shared/records/import-records.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { type ImportPlan, type PlannedEntry, planImport } from './plan-import.ts';
import { approvedRegister, type Register, rosterRegister } from './registers.ts';

export type ImportPorts = { records: RecordStore; files: FileStore; clock: Clock };
export type ImportShown = { found: RegisterImport; plan: ImportPlan<unknown> };
export type Confirmation = {
  register: RegisterName;
  sha256: string;
  who: StaffId;
  planSha256: string;
  identity: readonly string[];
};
export type ImportAnswer = 'done' | 'more' | 'changed-meanwhile' | 'no-such-import' | 'too-many-identity-changes';

/** Rows written in one request: about two seconds on one machine, and well within what a gateway waits. */
export const entriesAtOnce = 500;

/** Who a person is hangs on these: another address or another name behind an id may be another person. */
const identityFields: ReadonlySet<string> = new Set(['email', 'legalName']);

export function isIdentityChange({ changes, isNew }: Pick<PlannedEntry<unknown>, 'changes' | 'isNew'>): boolean {
  return !isNew && changes.some(({ field }) => identityFields.has(field));
}

/**
 * A register handed over as a file: kept as it is, previewed, and applied exactly as previewed, in steps. A file that
 * changed, or records that did, are previewed again. Nothing is ever deleted.
 */
export function makeImportRegister(ports: ImportPorts) {
  return {
    /** Keeps the file; the same bytes are the same import. */
    receive: (register: RegisterName, file: { name: string; bytes: Uint8Array }, who: StaffId) =>
      receive(ports, register, file, who),
    preview: (register: RegisterName, sha256: string) => preview(ports, register, sha256),
    /** The first confirmation, and each next step of it. */
    apply: (confirmation: Confirmation) => apply(ports, confirmation),
  };
}

async function receive(
  { records, files, clock }: ImportPorts,
  register: RegisterName,
  file: { name: string; bytes: Uint8Array },
  by: StaffId,
): Promise<string> {
  const sha256 = (await files.put('document', file.bytes)).slice('document/'.length);
  const before = await findImport(records, register, sha256);
  const row: RegisterImport = {
    register,
    sha256,
    fileName: file.name.slice(0, 200),
    by,
    at: clock.now(),
    state: 'previewed',
    confirmed: null,
    applied: 0,
  };
  // a file that was applied before may be applied again: what it would change is seen anew
  if (before?.found.state !== 'applying') await records.write([importWrite(row, before?.version ?? null)]);
  return sha256;
}

async function preview(ports: ImportPorts, register: RegisterName, sha256: string): Promise<ImportShown | null> {
  const row = await findImport(ports.records, register, sha256);
  if (row === null) return null;
  const text = textIn(await ports.files.read(`document/${sha256}`));
  const { records } = ports;
  const plan =
    register === 'roster'
      ? await planImport(text, rosterRegister(records))
      : await planImport(text, approvedRegister(records));
  return { found: row.found, plan };
}

async function apply(ports: ImportPorts, asked: Confirmation): Promise<ImportAnswer> {
  const { records, files } = ports;
  const row = await findImport(records, asked.register, asked.sha256);
  if (row === null) return 'no-such-import';
  if (row.found.state === 'done') return 'done';
  const text = textIn(await files.read(`document/${asked.sha256}`));
  return asked.register === 'roster'
    ? applyStep(ports, asked, row, text, rosterRegister(records))
    : applyStep(ports, asked, row, text, approvedRegister(records));
}

async function applyStep<Entry extends object>(
  ports: ImportPorts,
  asked: Confirmation,
  before: VersionedImport,
  text: string | null,
  register: Register<Entry>,
): Promise<ImportAnswer> {
  const plan = await planImport(text, register);
  const begun = before.found.state === 'applying' ? before : await begin(ports, asked, before, plan);
  if (typeof begun === 'string') return begun;
  const wanted = wantedOf(plan, begun.found);
  const now = wanted.slice(0, entriesAtOnce);
  for (const planned of now) await register.put(planned.entry, [auditOf(ports, begun.found, asked.who, planned)]);
  const isDone = now.length === wanted.length;
  await finishStep(ports, asked.who, begun, { count: now.length, isDone });
  return isDone ? 'done' : 'more';
}

/** What is left to do: an entry that was put is unchanged from then on. */
function wantedOf<Entry>(plan: ImportPlan<Entry>, { register, confirmed }: RegisterImport): PlannedEntry<Entry>[] {
  const ticked = new Set(confirmed?.identity ?? []);
  const changed = plan.changed.filter((one) => register !== 'roster' || !isIdentityChange(one) || ticked.has(one.key));
  return [...plan.added, ...changed];
}

async function begin(
  { records, clock }: ImportPorts,
  asked: Confirmation,
  { found, version }: VersionedImport,
  plan: ImportPlan<unknown>,
): Promise<VersionedImport | ImportAnswer> {
  if (plan.sha256 !== asked.planSha256) return 'changed-meanwhile';
  if (asked.identity.length > identityChangesMax) return 'too-many-identity-changes';
  const at = clock.now();
  const row: RegisterImport = {
    ...found,
    state: 'applying',
    applied: 0,
    confirmed: { by: asked.who, at, identity: [...asked.identity] },
  };
  const entry = {
    at,
    by: 'person',
    action: 'import-begun',
    codes: [found.register, found.sha256.slice(0, 16)],
    who: asked.who,
  } as const;
  const written = await records.write([
    importWrite(row, version),
    deskAuditWrite({ ...entry, codes: [...entry.codes] }),
  ]);
  return written === 'conflict' ? 'changed-meanwhile' : { found: row, version: version + 1 };
}

async function finishStep(
  { records, clock }: ImportPorts,
  who: StaffId,
  { found, version }: VersionedImport,
  step: { count: number; isDone: boolean },
): Promise<void> {
  const applied = found.applied + step.count;
  const row: RegisterImport = { ...found, applied, state: step.isDone ? 'done' : 'applying' };
  const codes = [found.register, found.sha256.slice(0, 16), String(applied)];
  const told = step.isDone
    ? [deskAuditWrite({ at: clock.now(), by: 'person', action: 'import-done', codes, who })]
    : [];
  if ((await records.write([importWrite(row, version), ...told])) === 'conflict')
    throw new TryAgain('somebody else applies the same import');
}

/** Beside each row that changes: who, from which file, and what stood there before. */
function auditOf(
  { clock }: ImportPorts,
  { register, sha256 }: RegisterImport,
  who: StaffId,
  planned: PlannedEntry<unknown>,
): Write {
  const { key, changes, isNew } = planned;
  const fields = isNew ? [] : changes.map(({ field }) => field);
  const codes = [...fields, `file ${sha256.slice(0, 12)}`];
  const entry = { at: clock.now(), by: 'person' as const, codes, who };
  if (register === 'roster')
    return personAuditWrite(key, { ...entry, action: isNew ? 'roster-added' : 'roster-changed' }, { changes });
  return deskAuditWrite({ ...entry, action: 'training-imported', codes: [key.slice(0, 12), ...codes] }, key);
}

function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
