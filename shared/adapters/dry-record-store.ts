import type {
  Expectation,
  IndexName,
  ListQuery,
  RecordKey,
  RecordStore,
  StoredRecord,
  Write,
} from '#shared/ports/record-store.ts';
import { checkedLimit, pageOf, positionOf } from './record-page.ts';
import { bodyText, checkWrites, keyOf } from './record-writes.ts';

/** One row that would have been written: what stands there now, and what would; null: nothing. */
export type DryChange = { key: RecordKey; before: StoredRecord | null; after: StoredRecord | null };

export type DryRecordStore = RecordStore & {
  /** in the order in which the rows were first written */
  changes(): DryChange[];
};

const nameOf = ({ pk, sk }: RecordKey) => JSON.stringify([pk, sk]);

/**
 * A store that is read and never written: what would be written is kept here, and read back as if it were there. So the same code
 * that does something can tell what it would do, to the last row.
 */
export function dryRecordStore(records: RecordStore): DryRecordStore {
  const changed = new Map<string, DryChange>();
  /** kept rows by the partition, of the table or of an index, in which they stand */
  const places = new Map<string, Map<string, StoredRecord>>();
  let last: Promise<unknown> = Promise.resolve();

  async function find(key: RecordKey): Promise<StoredRecord | null> {
    const known = changed.get(nameOf(key));
    return known ? known.after : records.find(key);
  }

  function place(key: RecordKey, before: StoredRecord | null, after: StoredRecord | null): void {
    const name = nameOf(key);
    for (const partition of partitionsOf(before)) places.get(partition)?.delete(name);
    if (after === null) return;
    for (const partition of partitionsOf(after)) {
      const rows = places.get(partition) ?? new Map<string, StoredRecord>();
      places.set(partition, rows.set(name, after));
    }
  }

  /** Rows of the store itself that hold as they are, and one more than asked when there are more. */
  async function untouchedRows(query: ListQuery, wanted: number): Promise<StoredRecord[]> {
    const found: StoredRecord[] = [];
    let { after } = query;
    do {
      const page = await records.list({
        ...query,
        limit: Math.min(1000, wanted),
        ...(after === undefined ? {} : { after }),
      });
      found.push(...page.records.filter((row) => !changed.has(nameOf(row))));
      after = page.after;
    } while (after !== undefined && found.length < wanted);
    return found;
  }

  async function writeAll(writes: readonly Write[]): Promise<'written' | 'conflict'> {
    const rows = await Promise.all(writes.map((write) => find(keyOf(write))));
    if (!writes.every((write, at) => holds(write.expect, rows[at]?.version ?? 0))) return 'conflict';
    for (const [at, write] of writes.entries()) if (!('check' in write)) keep(write, rows[at] ?? null);
    return 'written';
  }

  function keep(write: Exclude<Write, { check: RecordKey }>, now: StoredRecord | null): void {
    const { pk, sk } = keyOf(write);
    const after =
      'put' in write
        ? { ...write.put, body: JSON.parse(bodyText(write.put.body)), version: (now?.version ?? 0) + 1 }
        : null;
    const name = nameOf({ pk, sk });
    const known = changed.get(name);
    changed.set(name, { key: { pk, sk }, before: known ? known.before : now, after });
    place({ pk, sk }, now, after);
  }

  return {
    find,
    async list(query) {
      const limit = checkedLimit(query);
      const own = [...(places.get(partitionOf(query.index, query.pk))?.values() ?? [])].filter((row) =>
        isIn(query, row),
      );
      const rows = [...(await untouchedRows(query, limit + 1)), ...own].sort((one, other) => order(query, one, other));
      return pageOf(rows.slice(0, limit + 1), limit, query);
    },
    async count({ pk, index }) {
      const own = places.get(partitionOf(index, pk))?.size ?? 0;
      const moved = [...changed.values()].filter(
        ({ before }) => before && partitionsOf(before).includes(partitionOf(index, pk)),
      );
      return (await records.count({ pk, ...(index === undefined ? {} : { index }) })) - moved.length + own;
    },
    async write(writes) {
      checkWrites(writes);
      // one after the other, as a store would: two writers never both find a row as it was
      const written = last.then(() => writeAll(writes));
      last = written.catch(() => undefined);
      return written;
    },
    changes: () => [...changed.values()].filter(({ before, after }) => before !== null || after !== null),
  };
}

function holds(expect: Expectation, version: number): boolean {
  if (expect === 'any') return true;
  return version === (expect === 'absent' ? 0 : expect.version);
}

const partitionOf = (index: IndexName | undefined, pk: string) => JSON.stringify([index ?? 'table', pk]);

function partitionsOf(row: StoredRecord | null): string[] {
  if (row === null) return [];
  return [
    partitionOf(undefined, row.pk),
    ...(row.index1 ? [partitionOf('index1', row.index1.pk)] : []),
    ...(row.index2 ? [partitionOf('index2', row.index2.pk)] : []),
  ];
}

function isIn(query: ListQuery, row: StoredRecord): boolean {
  const { skStartsWith = '', skFrom = '', skTo } = query;
  const sk = (query.index ? row[query.index]?.sk : row.sk) ?? '';
  if (!sk.startsWith(skStartsWith) || bytes(sk, skFrom) < 0 || (skTo !== undefined && bytes(sk, skTo) > 0))
    return false;
  const after = positionOf(query);
  if (after === null) return true;
  const from = compared([after.indexSk ?? after.sk, after.pk, after.sk], [sk, row.pk, row.sk]);
  return query.newestFirst ? from > 0 : from < 0;
}

/** As the stores order: by the bytes of sk, in an index then by the row's own key. */
function order(query: ListQuery, one: StoredRecord, other: StoredRecord): number {
  const parts = (row: StoredRecord) => [(query.index ? row[query.index]?.sk : row.sk) ?? '', row.pk, row.sk];
  return query.newestFirst ? compared(parts(other), parts(one)) : compared(parts(one), parts(other));
}

function compared(one: readonly string[], other: readonly string[]): number {
  const differing = one.findIndex((part, at) => part !== other[at]);
  return differing < 0 ? 0 : bytes(one[differing] ?? '', other[differing] ?? '');
}

const bytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
