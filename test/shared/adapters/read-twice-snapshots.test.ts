import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { readTwiceSnapshots } from '#shared/adapters/read-twice-snapshots.ts';
import { recordSnapshotsContract } from '#test/contracts/record-snapshots.contract.ts';

describe('snapshots of a store that has none', () => {
  let store: ReturnType<typeof openSqliteRecordStore>;
  beforeEach(() => {
    store = openSqliteRecordStore(':memory:');
  });
  afterEach(() => store.close());

  recordSnapshotsContract(async () => ({ store, snapshots: readTwiceSnapshots(store) }));

  test('read twice where nothing changes', async () => {
    let readings = 0;
    await readTwiceSnapshots(store).atOneMoment(async (records) => {
      readings += 1;
      return records.count({ pk: 'CALM' });
    });
    expect(readings).toBe(2);
  });

  test('are given up, to be asked for again, where every reading is followed by a decision', async () => {
    let readings = 0;
    const reading = readTwiceSnapshots(store).atOneMoment(async (records) => {
      readings += 1;
      await store.write([{ put: { pk: 'BUSY', sk: String(readings), body: null }, expect: 'absent' }]);
      return records.count({ pk: 'BUSY' });
    });
    await expect(reading).rejects.toMatchObject({ name: 'TryAgain' });
  });

  test('see also what changed within one reading, and changed back', async () => {
    const key = { pk: 'BACK', sk: 'A' };
    let readings = 0;
    await readTwiceSnapshots(store).atOneMoment(async (records) => {
      readings += 1;
      const first = await records.find(key);
      if (readings === 1) await store.write([{ put: { ...key, body: 1 }, expect: 'absent' }]);
      const second = await records.find(key);
      if (readings === 1) await store.write([{ remove: key, expect: 'any' }]);
      return [first, second];
    });
    expect(readings).toBe(3);
  });
});
