import { expect, it } from 'vitest';
import type { RecordRows } from '#shared/ports/record-rows.ts';
import type { RecordStore, StoredRecord } from '#shared/ports/record-store.ts';

/** The rows of a store, and the store itself over the same rows. */
export type RowsUnderTest = { rows: RecordRows; store: RecordStore };

export function recordRowsContract(open: () => Promise<RowsUnderTest>): void {
  const row = (at: number): StoredRecord => ({
    pk: `SUB#${at % 7}`,
    sk: `ROW#${String(at).padStart(4, '0')}`,
    version: 1 + (at % 5),
    body: { at, text: at % 3 === 0 ? '' : 'é'.repeat(at), nothing: null, list: [1.5, { '2': 'b', '1': 'a' }] },
    ...(at % 2 === 0 ? { index1: { pk: 'QUEUE', sk: `${at}` } } : {}),
    ...(at % 4 === 0 ? { index2: { pk: 'DUE', sk: `${at}` } } : {}),
  });
  const byKey = (rows: StoredRecord[]) => rows.toSorted((a, b) => `${a.pk} ${a.sk}`.localeCompare(`${b.pk} ${b.sk}`));
  async function all(rows: RecordRows) {
    const found: StoredRecord[] = [];
    for await (const one of rows.all()) found.push(one);
    return byKey(found);
  }

  it('come back as they were put, with their versions and places in indexes', async () => {
    const { rows, store } = await open();
    const given = Array.from({ length: 130 }, (_, at) => row(at));
    await rows.putAsTheyAre(given);

    expect(await all(rows)).toEqual(byKey(given));
    expect(await store.find(row(4))).toEqual(row(4));
    expect(await store.count({ pk: 'QUEUE', index: 'index1' })).toBe(65);
  });

  it('are the same rows when they are put again', async () => {
    const { rows } = await open();
    const given = [row(1), row(2)];
    await rows.putAsTheyAre(given);
    await rows.putAsTheyAre(given);

    expect(await all(rows)).toEqual(byKey(given));
  });

  it('are those that the store itself wrote, and the store goes on from their versions', async () => {
    const { rows, store } = await open();
    const { version: _version, ...put } = row(3);
    await store.write([{ put, expect: 'absent' }]);
    const [found] = await all(rows);

    expect(found).toEqual({ ...put, version: 1 });
    await rows.putAsTheyAre([{ ...put, version: 8 }]);
    expect(await store.write([{ put, expect: { version: 8 } }])).toBe('written');
    expect((await store.find(put))?.version).toBe(9);
  });
}
