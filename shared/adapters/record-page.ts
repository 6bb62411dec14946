import { z } from 'zod';
import { GiveUp } from '#shared/domain/faults.ts';
import type { ListQuery, RecordPage, StoredRecord } from '#shared/ports/record-store.ts';
import { checkKey } from './record-writes.ts';

/** Where a page ended: the record's key, and its place in the index where one was asked. */
const positionSchema = z.object({
  pk: z.string(),
  sk: z.string(),
  indexSk: z.string().optional(),
});
export type Position = z.infer<typeof positionSchema>;

/** 1 to 1000, 100 when not said. Throws `GiveUp` otherwise, and for a query that one of the stores could not answer. */
export function checkedLimit(query: ListQuery): number {
  const limit = query.limit ?? 100;
  checkKey({ pk: query.pk, sk: 'any' });
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) throw new GiveUp('a page is 1 to 1000 records');
  if (query.skStartsWith !== undefined && (query.skFrom !== undefined || query.skTo !== undefined)) {
    throw new GiveUp('skStartsWith does not go together with skFrom or skTo');
  }
  return limit;
}

/** Reads the `after` of the page before. Throws `GiveUp` when it is not ours. */
export function positionOf(query: ListQuery): Position | null {
  if (query.after === undefined) return null;
  try {
    const position = positionSchema.parse(JSON.parse(Buffer.from(query.after, 'base64url').toString('utf8')));
    const isOurs = query.index ? position.indexSk !== undefined : position.pk === query.pk;
    if (isOurs) return position;
  } catch {
    // falls through: whatever it was, it is not a place in a list
  }
  throw new GiveUp('the `after` of a list is not one that was given out');
}

/** `found` holds one record more than asked when there is more. */
export function pageOf(found: StoredRecord[], limit: number, query: ListQuery): RecordPage {
  const records = found.slice(0, limit);
  const last = records.at(-1);
  if (found.length <= limit || !last) return { records };
  const indexSk = query.index ? last[query.index]?.sk : undefined;
  const position: Position = {
    pk: last.pk,
    sk: last.sk,
    ...(indexSk === undefined ? {} : { indexSk }),
  };
  return {
    records,
    after: Buffer.from(JSON.stringify(position)).toString('base64url'),
  };
}
