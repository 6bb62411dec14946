import { expect, test } from 'vitest';
import type { RecordSnapshots } from '#shared/ports/record-snapshots.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAll } from '#shared/records/list-all.ts';

export type SnapshotsUnderTest = { snapshots: RecordSnapshots; store: RecordStore };

/** `pk` is of one test alone. */
export function recordSnapshotsContract(open: () => Promise<SnapshotsUnderTest>): void {
  const rowsMax = 30;
  const seats = ['MET', 'NOT-MET'];
  const person = (pk: string, at: number, seat: number) => ({
    ...{ pk: `${pk}#${seats[seat]}`, sk: String(at).padStart(3, '0') },
    body: { at, seat },
    index1: { pk: `${pk}#ALL`, sk: String(at).padStart(3, '0') },
  });
  /** As many as there are people stand in one of two lists; a decision takes one of them from one list to the other. */
  async function fill(store: RecordStore, pk: string) {
    for (let at = 0; at < rowsMax; at += 1) await store.write([{ put: person(pk, at, 0), expect: 'absent' }]);
  }
  const move = (store: RecordStore, pk: string, at: number) => {
    const { pk: from, sk } = person(pk, at, 0);
    return store.write([
      { remove: { pk: from, sk }, expect: 'any' },
      { put: person(pk, at, 1), expect: 'absent' },
    ]);
  };
  /** One list after the other, page by page, as an export reads them; `meanwhile` is called between the pages. */
  async function countBoth(records: RecordStore, pk: string, meanwhile: () => Promise<unknown>) {
    const counts = [];
    for (const seat of seats) {
      let count = 0;
      let after: string | undefined;
      do {
        const page = await records.list({ pk: `${pk}#${seat}`, limit: 10, ...(after === undefined ? {} : { after }) });
        count += page.records.length;
        after = page.after;
        await meanwhile();
      } while (after !== undefined);
      counts.push(count);
    }
    return counts;
  }

  test('B244: add up though somebody is decided between two pages: nobody is in both lists, and nobody in none', async () => {
    const { snapshots, store } = await open();
    await fill(store, 'ADD-UP');
    let decided = 0;
    const decide = async () => {
      // a few, each between two pages of the list
      if (decided < 4) await move(store, 'ADD-UP', decided++ * 7 + 8);
    };

    // without a snapshot the same reading counts somebody twice
    expect((await countBoth(store, 'ADD-UP', decide)).reduce((sum, one) => sum + one)).not.toBe(rowsMax);
    decided = 0;
    const [met = 0, notMet = 0] = await snapshots.atOneMoment((records) =>
      countBoth(records, 'ADD-UP', async () => decided < 3 && move(store, 'ADD-UP', decided++ * 7 + 9)),
    );
    expect(met + notMet).toBe(rowsMax);
    expect((await listAll(store, { pk: 'ADD-UP#ALL', index: 'index1' })).length).toBe(rowsMax);
  });

  test('find and count the rows of the same moment as they list', async () => {
    const { snapshots, store } = await open();
    await store.write([{ put: { pk: 'SAME', sk: 'A', body: 1 }, expect: 'absent' }]);
    let isChanged = false;
    const seen = await snapshots.atOneMoment(async (records) => {
      const found = await records.find({ pk: 'SAME', sk: 'A' });
      if (!isChanged) {
        await store.write([{ put: { pk: 'SAME', sk: 'A', body: 2 }, expect: 'any' }]);
        await store.write([{ put: { pk: 'SAME', sk: 'B', body: 3 }, expect: 'absent' }]);
        isChanged = true;
      }
      return [
        found?.body,
        await records.count({ pk: 'SAME' }),
        (await records.list({ pk: 'SAME' })).records.map(({ body }) => body),
      ];
    });
    expect([
      [1, 1, [1]],
      [2, 2, [2, 3]],
    ]).toContainEqual(seen);
  });

  test('are only read: a write into one is a conflict and changes nothing', async () => {
    const { snapshots, store } = await open();
    const put = { pk: 'READ', sk: 'A', body: 1 };
    expect(await snapshots.atOneMoment((records) => records.write([{ put, expect: 'any' }]))).toBe('conflict');
    expect(await store.find(put)).toBeNull();
  });
}
