import { z } from 'zod';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { type Disposal, type DisposalCase, disposalSchema, type Hold, holdSchema } from '#shared/domain/retention.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

export type VersionedHold = { hold: Hold; version: number };
export type VersionedDisposal = { disposal: Disposal; version: number };

/** `HOLDS` / the mail: one at a time; a lifted one gives way to the next, and the audit trail tells of both. */
export function holdWrite(hold: Hold, version: number | null): Write {
  const put = { pk: 'HOLDS', sk: hold.submissionId, body: holdSchema.parse(hold) };
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function listHolds(records: RecordStore): Promise<VersionedHold[]> {
  return (await listAll(records, { pk: 'HOLDS' })).map((row) => ({
    hold: bodyOf(holdSchema, row),
    version: row.version,
  }));
}

export function disposalWrite(disposal: Disposal, version: number | null): Write {
  const put = { pk: 'DISPOSALS', sk: disposal.disposalId, body: disposalSchema.parse(disposal) };
  return { put, expect: version === null ? 'absent' : { version } };
}

/** Oldest first. */
export async function listDisposals(records: RecordStore): Promise<VersionedDisposal[]> {
  const rows = await listAll(records, { pk: 'DISPOSALS' });
  return rows.map((row) => ({ disposal: bodyOf(disposalSchema, row), version: row.version }));
}

const disposedSchema = z.object({ disposalId: z.string(), at: z.string(), keys: z.array(z.string()) });

/** Beside the rows of the mail: what is gone of it, by the hashes that it was named by. */
export function disposedWrite({ submissionId, objects }: DisposalCase, disposalId: string, at: string): Write {
  const body = { disposalId, at, keys: objects.map(({ key }) => key) };
  // one list may come to a mail more than once, with other objects: what is locked goes later than the rest
  const sk = `DISPOSED#${disposalId}#${body.keys[0] ?? ''}`;
  return { put: { pk: `SUB#${submissionId}`, sk, body }, expect: 'any' };
}

/** The keys of what was destroyed of a mail by a period. */
export async function disposedKeys(records: RecordStore, id: SubmissionId): Promise<Set<string>> {
  const rows = await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'DISPOSED#' });
  return new Set(rows.flatMap((row) => bodyOf(disposedSchema, row).keys));
}

const pictureSchema = z.object({ pictureKey: z.string() });

export async function pictureKeysOf(
  records: RecordStore,
  id: SubmissionId,
): Promise<{ fileId: string; key: string }[]> {
  const rows = await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'PICTURE#' });
  return rows.map((row) => ({ fileId: row.sk.split('#')[1] ?? '', key: bodyOf(pictureSchema, row).pictureKey }));
}
