import { describe, expect, test } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { canaryIdOf } from '#shared/domain/canary-run.ts';
import { forgetSpace, ownSpace } from '#shared/records/own-space.ts';
import { recordStoreContract } from '#test/contracts/record-store.contract.ts';

const id = canaryIdOf('0'.repeat(26));
const other = canaryIdOf(`${'0'.repeat(25)}1`);

describe('a store inside one partition of another', () => {
  recordStoreContract(async () => ownSpace(openSqliteRecordStore(':memory:'), id));

  test('finds nothing of the other, nor the other anything of it, by any key of the programme', async () => {
    const records = openSqliteRecordStore(':memory:');
    const key = { pk: 'PERSON#1', sk: 'PROFILE' };
    const put = { ...key, body: 1, index1: { pk: 'ROSTER', sk: '1' }, index2: { pk: 'NAMES', sk: '1' } };
    const [own, next] = [ownSpace(records, id), ownSpace(records, other)];
    await own.write([{ put, expect: 'absent' }]);

    for (const store of [records, next]) {
      expect(await store.find(key)).toBeNull();
      expect((await store.list({ pk: 'PERSON#1' })).records).toEqual([]);
      expect(await store.count({ pk: 'ROSTER', index: 'index1' })).toBe(0);
      expect((await store.list({ pk: 'NAMES', index: 'index2' })).records).toEqual([]);
    }
    expect(await own.find(key)).toMatchObject({ ...put, version: 1 });
    await records.write([{ put: { ...put, body: 2 }, expect: 'absent' }]);
    expect((await own.find(key))?.body).toBe(1);
  });

  test('is forgotten with all of its rows, and nothing else', async () => {
    const records = openSqliteRecordStore(':memory:');
    const rows = Array.from({ length: 60 }, (_, at) => ({ pk: `A#${at}`, sk: 'B', body: at }));
    for (const store of [ownSpace(records, id), ownSpace(records, other), records])
      for (const put of rows) await store.write([{ put, expect: 'absent' }]);

    await forgetSpace(records, id);

    const left = await Promise.all(
      [ownSpace(records, id), ownSpace(records, other), records].map((store) => store.find({ pk: 'A#59', sk: 'B' })),
    );
    expect(left.map((row) => row?.body ?? null)).toEqual([null, 59, 59]);
  });
});
