import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { receiptWrite } from '#shared/records/receipt-records.ts';

let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

/** Whether an address is told once more that its mail came, hour by hour. */
async function isTold(hours: number, address = 'a@b.org'): Promise<boolean> {
  const now = new Date(Date.parse('2026-01-01T00:00:00.000Z') + hours * 3_600_000).toISOString();
  const write = await receiptWrite(records, address, now);
  if (write) expect(await records.write([write])).toBe('written');
  return write !== null;
}

test('an address hears once a day that a mail without papers came, however it is written', async () => {
  expect(await isTold(0)).toBe(true);
  expect(await isTold(23, 'A@B.org')).toBe(false);
  expect(await isTold(23, 'c@b.org')).toBe(true);
  expect(await isTold(24)).toBe(true);
});

test('and five times in thirty days', async () => {
  const told: number[] = [];
  for (let day = 0; day < 60; day += 1) if (await isTold(day * 24)) told.push(day);

  expect(told).toEqual([0, 1, 2, 3, 4, 30, 31, 32, 33, 34]);
});

test('of two answers written at once one is not written', async () => {
  const now = '2026-01-01T00:00:00.000Z';
  const [one, other] = await Promise.all([
    receiptWrite(records, 'a@b.org', now),
    receiptWrite(records, 'a@b.org', now),
  ]);

  expect(one && (await records.write([one]))).toBe('written');
  expect(other && (await records.write([other]))).toBe('conflict');
});
