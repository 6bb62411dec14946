/**
 * One table of JSON records with two sparse indexes, versions and small transactions: DynamoDB on AWS, SQLite on one
 * machine. Repositories are written once above it. Every change is conditional, so two writers never lose each other's work.
 */
export type RecordKey = { pk: string; sk: string };
export type IndexName = 'index1' | 'index2';

export type NewRecord = RecordKey & {
  /** any JSON value; parsed by the repository that reads it back; at most 100 kB as text */
  body: unknown;
  /** a record appears in an index only when it names its key there */
  index1?: RecordKey;
  index2?: RecordKey;
};

/** `version` is 1 when first put and one more at every put. */
export type StoredRecord = NewRecord & { version: number };

/** What must be so for a write to happen: not there yet, exactly this version, or anything. */
export type Expectation = 'absent' | 'any' | { version: number };

export type Write =
  | { put: NewRecord; expect: Expectation }
  | { remove: RecordKey; expect: Expectation }
  | { check: RecordKey; expect: 'absent' | { version: number } };

export type ListQuery = {
  pk: string;
  index?: IndexName;
  skStartsWith?: string;
  /** inclusive bounds on sk; not together with skStartsWith */
  skFrom?: string;
  skTo?: string;
  newestFirst?: boolean;
  /** at most this many records; default 100, at most 1000 */
  limit?: number;
  /** the `after` of the page before */
  after?: string;
};

export type CountQuery = Pick<ListQuery, 'pk' | 'index'>;

export type RecordPage = { records: StoredRecord[]; after?: string };

export const writesAtOnceMax = 25;

export interface RecordStore {
  find(key: RecordKey): Promise<StoredRecord | null>;
  /** In order of sk. Pages to the end with `after`; a missing `after` means there is no more. */
  list(query: ListQuery): Promise<RecordPage>;
  /** How many records stand in a partition, or in one of an index: what paging to the end would find. */
  count(query: CountQuery): Promise<number>;
  /**
   * All or nothing, 1 to 25 writes, no key twice. "conflict" when an expectation does not hold; nothing is then written.
   * Throws `TryAgain` when the store is busy, `GiveUp` when the request itself can never work.
   */
  write(writes: Write[]): Promise<'written' | 'conflict'>;
}
