import { TryAgain } from '#shared/domain/faults.ts';
import { type Disposal, type DisposalCase, mayBeOver, type WaitingObject } from '#shared/domain/retention.ts';
import type { FileDisposal } from '#shared/ports/file-disposal.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { deskAuditWrite } from '#shared/records/history-records.ts';
import {
  disposalWrite,
  disposedKeys,
  disposedWrite,
  listDisposals,
  type VersionedDisposal,
} from '#shared/records/retention-records.ts';
import type { RetentionPorts } from './propose-disposal.ts';
import { type Due, whatIsDue } from './what-is-due.ts';

type Ports = RetentionPorts & { fileDisposal: FileDisposal; objectsAtOnce?: number };
/** `isDone` false: there was more than one turn may do, and another goes on. */
export type CarriedOut = { destroyed: number; kept: number; waiting: number; isDone: boolean };
type Objects = DisposalCase['objects'];
/** What became of a list in this turn. */
type Turn = { destroyed: number; kept: Disposal['kept']; waiting: WaitingObject[]; isDone: boolean };

/**
 * Carries out what two people agreed to, as far as it still may be: a hold or a mail that came since keeps what it needs, and what the
 * store has locked waits for the end of its lock.
 */
export function makeCarryOutDisposals({ objectsAtOnce = Number.POSITIVE_INFINITY, ...ports }: Ports) {
  return async (): Promise<CarriedOut> => {
    const total = { destroyed: 0, kept: 0, waiting: 0 };
    const now = ports.clock.now();
    for (const found of (await listDisposals(ports.records)).filter(({ disposal }) => isToCarryOut(disposal, now))) {
      const turn = await carryOut(ports, found, objectsAtOnce - total.destroyed);
      total.destroyed += turn.destroyed;
      total.kept += turn.kept.length;
      total.waiting += turn.waiting.length;
      if (!turn.isDone) return { ...total, isDone: false };
    }
    return { ...total, isDone: true };
  };
}

const isToCarryOut = ({ state, waiting }: Disposal, now: string): boolean =>
  state === 'agreed' || (state === 'waiting' && waiting.some((one) => mayBeOver(one, now)));

async function carryOut(ports: Ports, { disposal, version }: VersionedDisposal, room: number): Promise<Turn> {
  const { records, clock, retention } = ports;
  const at = clock.now();
  const due = await whatIsDue(records, retention, at);
  const turn: Turn = { destroyed: 0, kept: [], waiting: stillLocked(disposal, at), isDone: true };
  for (const one of openCases(disposal, at)) {
    const { begun, fresh, left } = await parted(records, one, due);
    const { free, locked } = await unlocked(ports, fresh);
    const some = free.slice(0, Math.max(0, room - turn.destroyed));
    await writeDown(records, { ...one, objects: some }, disposal.disposalId, at);
    for (const { key } of [...begun, ...some]) await ports.fileDisposal.destroy(key);
    turn.destroyed += some.length;
    turn.kept.push(...left);
    turn.waiting.push(...locked);
    // what is written down of this mail is gone on with; the list stays as it is until all of it was looked at
    if (some.length < free.length) return { ...turn, isDone: false };
  }
  await close(records, { disposal, version }, turn, at);
  return turn;
}

/** Of a list that waits, what may have become free; of a new one, all. */
function openCases({ cases, state, waiting }: Disposal, now: string): DisposalCase[] {
  if (state !== 'waiting') return cases;
  const open = new Set(waiting.filter((one) => mayBeOver(one, now)).map(({ key }) => key));
  return cases.map((one) => ({ ...one, objects: one.objects.filter(({ key }) => open.has(key)) }));
}

const stillLocked = ({ waiting }: Disposal, now: string): WaitingObject[] =>
  waiting.filter((one) => !mayBeOver(one, now));

async function close(records: RecordStore, { disposal, version }: VersionedDisposal, turn: Turn, at: string) {
  const { waiting } = turn;
  const kept = [...disposal.kept, ...turn.kept];
  const isOver = waiting.length === 0;
  const next: Disposal = {
    ...disposal,
    state: isOver ? 'done' : 'waiting',
    doneAt: isOver ? at : null,
    kept,
    waiting,
  };
  // a lock that was looked at, and is as it was, leaves no row each night
  if (JSON.stringify(next) === JSON.stringify(disposal)) return;
  const action = isOver ? 'disposal-done' : 'disposal-waiting';
  const count = disposal.cases.flatMap(({ objects }) => objects).length - kept.length - waiting.length;
  const audit = deskAuditWrite({ at, by: 'machine', action, codes: [disposal.disposalId, String(count)] });
  if ((await records.write([disposalWrite(next, version), audit])) === 'conflict')
    throw new TryAgain('somebody changed this list');
}

/** `begun`: written down by a turn that was cut off, or that had no room for more. */
type Parted = { begun: Objects; fresh: Objects; left: Disposal['kept'] };

async function parted(records: RecordStore, { submissionId, objects }: DisposalCase, due: Due): Promise<Parted> {
  const before = await disposedKeys(records, submissionId);
  const now = due.cases.find((one) => one.submissionId === submissionId)?.objects ?? [];
  const isDue = (key: string) => (before.has(key) ? !due.needed.has(key) : now.some((object) => object.key === key));
  const why = (key: string) => (due.held.has(submissionId) ? 'held' : due.needed.has(key) ? 'needed' : 'not-due');
  return {
    begun: objects.filter(({ key }) => isDue(key) && before.has(key)),
    fresh: objects.filter(({ key }) => isDue(key) && !before.has(key)),
    left: objects.filter(({ key }) => !isDue(key)).map(({ key }) => ({ key, why: why(key) })),
  };
}

/** Before anything is written down: what is locked is not gone, and the log must not say so. */
async function unlocked({ fileDisposal }: Ports, fresh: Objects) {
  const free: Objects = [];
  const locked: WaitingObject[] = [];
  for (const object of fresh) {
    const lock = await fileDisposal.lockOf(object.key);
    if (lock === null) free.push(object);
    else locked.push({ key: object.key, until: lock.until });
  }
  return { free, locked };
}

/** The log first: what is destroyed and not written down would be lost. */
async function writeDown(records: RecordStore, one: DisposalCase, disposalId: string, at: string): Promise<void> {
  const [first] = one.objects;
  if (first === undefined) return;
  const codes = [...new Set(one.objects.map(({ rule }) => rule))];
  const written = await records.write([
    disposedWrite(one, disposalId, at),
    auditWrite(one.submissionId, { at, by: 'machine', action: 'disposed', codes }, `${disposalId}#${first.key}`),
  ]);
  if (written === 'conflict') throw new TryAgain('this was written down before');
}
