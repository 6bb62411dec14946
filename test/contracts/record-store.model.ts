import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keyOf } from '#shared/adapters/record-writes.ts';
import type { NewRecord, RecordKey, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';

/** The whole of the port's promise in thirty lines: what the real stores are compared with. */
function plainMap() {
  let rows = new Map<string, StoredRecord>();
  const nameOf = (key: RecordKey) => JSON.stringify([key.pk, key.sk]);
  const applied = (write: Write, to: Map<string, StoredRecord>): boolean => {
    const key = keyOf(write);
    const version = to.get(nameOf(key))?.version ?? 0;
    const expected = write.expect === 'absent' ? 0 : write.expect === 'any' ? version : write.expect.version;
    if (version !== expected) return false;
    if ('put' in write) to.set(nameOf(key), { ...write.put, version: version + 1 });
    if ('remove' in write) to.delete(nameOf(key));
    return true;
  };
  return {
    write(writes: Write[]): 'written' | 'conflict' {
      const next = new Map(rows);
      if (!writes.every((write) => applied(write, next))) return 'conflict';
      rows = next;
      return 'written';
    },
    list: (pk: string) => [...rows.values()].filter((row) => row.pk === pk).toSorted((a, b) => byText(a.sk, b.sk)),
    index1: (pk: string) =>
      [...rows.values()]
        .filter((row) => row.index1?.pk === pk)
        .toSorted((a, b) => byText(a.index1?.sk ?? '', b.index1?.sk ?? '') || byText(a.sk, b.sk)),
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const expectations = fc.oneof(
  fc.constant('absent' as const),
  fc.constant('any' as const),
  fc.record({ version: fc.integer({ min: 1, max: 4 }) }),
);
const guards = fc.oneof(fc.constant('absent' as const), fc.record({ version: fc.integer({ min: 1, max: 4 }) }));

function changes(pk: string): fc.Arbitrary<Write[]> {
  const key = keys.map((sk) => ({ pk, sk }));
  const record = fc.tuple(key, fc.jsonValue({ maxDepth: 2 }), fc.option(keys)).map(
    ([named, body, place]): NewRecord => ({
      ...named,
      // JSON has no minus zero
      body: JSON.parse(JSON.stringify(body)),
      ...(place === null ? {} : { index1: { pk: `${pk}#INDEX`, sk: place } }),
    }),
  );
  const write: fc.Arbitrary<Write> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ put: record, expect: expectations }) },
    { weight: 1, arbitrary: fc.record({ remove: key, expect: expectations }) },
    { weight: 1, arbitrary: fc.record({ check: key, expect: guards }) },
  );
  return fc.uniqueArray(write, { minLength: 1, maxLength: 4, selector: (change) => keyOf(change).sk });
}

/** Walks random writes through a store and through a plain Map: every answer and every list must be the same. */
export function recordStoreModel(open: () => Promise<RecordStore>, numRuns: number): void {
  it(`answers ${numRuns} random histories exactly as a plain Map does`, async () => {
    const store = await open();
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(changes('P'), { minLength: 1, maxLength: 12 }), async (history) => {
        run += 1;
        const pk = `RUN#${run}`;
        const model = plainMap();
        for (const writes of history) {
          const renamed = writes.map((write) => moved(write, pk));
          expect(await store.write(renamed)).toBe(model.write(renamed));
        }
        expect((await store.list({ pk })).records).toEqual(model.list(pk));
        expect(await store.count({ pk })).toBe(model.list(pk).length);
        expect(await store.count({ pk: `${pk}#INDEX`, index: 'index1' })).toBe(model.index1(`${pk}#INDEX`).length);
        const listed = (await store.list({ pk: `${pk}#INDEX`, index: 'index1' })).records;
        expect(listed.toSorted((a, b) => byText(a.index1?.sk ?? '', b.index1?.sk ?? '') || byText(a.sk, b.sk))).toEqual(
          model.index1(`${pk}#INDEX`),
        );
      }),
      { numRuns },
    );
  });
}

/** Each run has a partition of its own in the same store. */
function moved(write: Write, pk: string): Write {
  if ('remove' in write) return { ...write, remove: { ...write.remove, pk } };
  if ('check' in write) return { ...write, check: { ...write.check, pk } };
  const { index1 } = write.put;
  return { ...write, put: { ...write.put, pk, ...(index1 ? { index1: { pk: `${pk}#INDEX`, sk: index1.sk } } : {}) } };
}
