import type { StoredRecord } from './record-store.ts';

/**
 * Every row of a record store as it lies there, with its version: to move a programme from one store to another, and for nothing
 * else. Nobody may work in the store meanwhile.
 */
export interface RecordRows {
  /** In any order. */
  all(): AsyncIterable<StoredRecord>;
  /** Row for row, versions too; a row of the same key is replaced. Throws `TryAgain` when the store stays busy. */
  putAsTheyAre(rows: readonly StoredRecord[]): Promise<void>;
}
