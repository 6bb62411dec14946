import { expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { listAll } from '#shared/records/list-all.ts';
import { putOpenSignIn } from '#shared/records/sign-in-ticket-records.ts';

it('whoever signs in clears away a few who never came back, not a whole flood of them', async () => {
  const records = openSqliteRecordStore(':memory:');
  const begin = (name: string, validUntil: string, now: string) => {
    const ticket = { state: name, nonce: name, verifier: name, again: false };
    return putOpenSignIn(records, { ticket, browser: name, to: '/', validUntil }, now);
  };
  const open = () => listAll(records, { pk: 'SIGN-INS#OPEN', index: 'index1' });
  for (let number = 0; number < 60; number += 1)
    await begin(`gone ${number}`, '2026-11-22T10:10:00.000Z', '2026-11-22T10:00:00.000Z');
  await begin('here', '2026-11-22T11:10:00.000Z', '2026-11-22T11:00:00.000Z');
  expect(await open()).toHaveLength(61 - 25);
  for (let number = 0; number < 3; number += 1)
    await begin(`here ${number}`, '2026-11-22T11:10:00.000Z', '2026-11-22T11:00:00.000Z');
  expect(await open()).toHaveLength(4);
  records.close();
});
