import { z } from 'zod';
import type { StaffId } from '#shared/domain/staff.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/** A part of the queue that somebody keeps under a name of their own: the address says which. */
export const savedViewSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** as it stands behind the question mark of the queue's address */
  query: z.string().max(500),
});
export type SavedView = z.infer<typeof savedViewSchema>;

const ownPk = (by: StaffId) => `STAFF#${by}`;
const keyOf = (by: StaffId, name: string) => ({ pk: ownPk(by), sk: `VIEW#${name.toLowerCase()}` });

/** One of the same name is replaced: people mean the newer one. */
export const savedViewWrite = (by: StaffId, view: SavedView): Write => ({
  put: { ...keyOf(by, view.name), body: view },
  expect: 'any',
});

export const savedViewRemoval = (by: StaffId, name: string): Write => ({ remove: keyOf(by, name), expect: 'any' });

export async function listSavedViews(records: RecordStore, by: StaffId): Promise<SavedView[]> {
  return (await listAll(records, { pk: ownPk(by), skStartsWith: 'VIEW#' })).map((row) => bodyOf(savedViewSchema, row));
}

const lastListSchema = z.object({ query: z.string().max(500) });
const lastListKey = (by: StaffId) => ({ pk: ownPk(by), sk: 'LAST-LIST' });

/** The part of the queue that somebody looked at last: where "next" goes on. Empty: the queue as it begins. */
export async function findLastList(records: RecordStore, by: StaffId): Promise<string> {
  const row = await records.find(lastListKey(by));
  return row ? bodyOf(lastListSchema, row).query : '';
}

/** Written only when it is another one than before. */
export async function noteLastList(records: RecordStore, by: StaffId, query: string): Promise<void> {
  if ((await findLastList(records, by)) === query || query.length > 500) return;
  await records.write([{ put: { ...lastListKey(by), body: { query } }, expect: 'any' }]);
}
