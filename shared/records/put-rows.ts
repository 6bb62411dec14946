import { TryAgain } from '#shared/domain/faults.ts';
import type { NewRecord, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';

export type PutResult = 'added' | 'changed' | 'unchanged';

/**
 * Brings a small group of rows to what is wanted, in one write: new and changed rows are put, those not wanted removed.
 * `beside` is written with them, and not at all when nothing changes. Throws `TryAgain` when somebody else changed one of them meanwhile.
 */
export async function putRows(
  records: RecordStore,
  wanted: NewRecord[],
  there: StoredRecord[],
  beside: readonly Write[] = [],
): Promise<PutResult> {
  const before = new Map(there.map((row) => [row.sk, row]));
  const puts = wanted.flatMap((row): Write[] => {
    const old = before.get(row.sk);
    if (old && isSame(old, row)) return [];
    return [{ put: row, expect: old ? { version: old.version } : 'absent' }];
  });
  const kept = new Set(wanted.map((row) => row.sk));
  const removes = there
    .filter((row) => !kept.has(row.sk))
    .map((row): Write => ({ remove: { pk: row.pk, sk: row.sk }, expect: { version: row.version } }));
  const writes = [...puts, ...removes];
  if (writes.length === 0) return 'unchanged';
  if ((await records.write([...writes, ...beside])) === 'conflict')
    throw new TryAgain('somebody else changed the same rows');
  return there.length === 0 ? 'added' : 'changed';
}

function isSame(old: StoredRecord, row: NewRecord): boolean {
  const text = (record: NewRecord) => JSON.stringify([record.body, placeOf(record.index1), placeOf(record.index2)]);
  return text(old) === text(row);
}

function placeOf(key: NewRecord['index1']): string[] {
  return key ? [key.pk, key.sk] : [];
}
