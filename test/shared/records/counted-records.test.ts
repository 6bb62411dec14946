import { beforeEach, describe, expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { dollarsOf } from '#shared/domain/store-price.ts';
import { type CountedRecords, countedRecords } from '#shared/records/counted-records.ts';

const text = (kilobytes: number) => 'x'.repeat(kilobytes * 1024 - 200);
const row = (sk: string, kilobytes: number, index1?: string) => {
  const put = { pk: 'P', sk, body: { text: text(kilobytes) } };
  return { put: index1 === undefined ? put : { ...put, index1: { pk: 'LIST', sk: index1 } }, expect: 'any' as const };
};

describe('units of DynamoDB', () => {
  let records: CountedRecords;
  beforeEach(() => {
    records = countedRecords(openSqliteRecordStore(':memory:'));
  });
  /** What one use costs. */
  async function costOf(use: () => Promise<unknown>) {
    const before = records.units();
    await use();
    const after = records.units();
    return { read: after.read - before.read, written: after.written - before.written };
  }

  it('are one for each begun 4 kB of a consistent read, also where there is nothing', async () => {
    await records.write([row('a', 9), row('b', 1)]);
    expect(await costOf(() => records.find({ pk: 'P', sk: 'a' }))).toEqual({ read: 3, written: 0 });
    expect(await costOf(() => records.find({ pk: 'P', sk: 'b' }))).toEqual({ read: 1, written: 0 });
    expect(await costOf(() => records.find({ pk: 'P', sk: 'c' }))).toEqual({ read: 1, written: 0 });
    expect(await costOf(() => records.list({ pk: 'P' }))).toEqual({ read: 3, written: 0 });
  });

  it('are half of that in an index, for all rows of a page together', async () => {
    await records.write([1, 2, 3, 4, 5, 6].map((at) => row(`r${at}`, 2, `s${at}`)));
    expect(await costOf(() => records.list({ pk: 'LIST', index: 'index1' }))).toEqual({ read: 1.5, written: 0 });
    expect(await costOf(() => records.list({ pk: 'LIST', index: 'index1', limit: 1 }))).toEqual({
      read: 0.5,
      written: 0,
    });
    expect(await costOf(() => records.count({ pk: 'LIST', index: 'index1' }))).toEqual({ read: 0.5, written: 0 });
  });

  it('are two for each begun kB of a write, as in a transaction, and one more for each index', async () => {
    const first = { ...row('a', 2, 'x'), expect: 'absent' as const };
    expect(await costOf(() => records.write([first]))).toEqual({ read: 0, written: 6 });
    expect(await costOf(() => records.write([{ check: { pk: 'P', sk: 'a' }, expect: { version: 1 } }]))).toMatchObject({
      written: 2,
    });
  });

  it('take the dearer where nobody knows whether a row moves in an index', async () => {
    await records.write([row('a', 2, 'x')]);
    expect(await costOf(() => records.write([row('a', 2, 'y')]))).toEqual({ read: 0, written: 4 + 4 + 1 });
    expect(await costOf(() => records.write([{ remove: { pk: 'P', sk: 'a' }, expect: 'any' }]))).toEqual({
      read: 0,
      written: 4,
    });
  });

  it('cost what the price list says', () => {
    expect(dollarsOf({ read: 200_000_000, written: 0 })).toBeCloseTo(31);
    expect(dollarsOf({ read: 0, written: 50_000_000 })).toBeCloseTo(39);
  });
});
