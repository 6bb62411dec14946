import type { Correction } from './correction.ts';
import type { DocumentRecord } from './document.ts';
import { placeOf, takenBack } from './lay-corrections.ts';

/**
 * By which number a change names each row that a corrected document still shows: rows as they were read, then those that
 * people added. One taken away moves no other.
 */
export function rowNumbers(
  read: readonly DocumentRecord[],
  at: number,
  corrections: readonly Correction[],
): readonly number[] {
  const taken = takenBack(corrections);
  const own = corrections.filter(({ change }) => 'document' in change && placeOf(read, change.document) === at);
  const added = own.filter(({ change }) => change.what === 'row-added');
  const rowsRead = read[at]?.trainings.length ?? 0;
  const gone = new Set([
    ...own.flatMap(({ change, number }) => (change.what === 'row-removed' && !taken.has(number) ? [change.row] : [])),
    ...added.flatMap(({ number }, i) => (taken.has(number) ? [rowsRead + i] : [])),
  ]);
  return Array.from({ length: rowsRead + added.length }, (_, row) => row).filter((row) => !gone.has(row));
}
