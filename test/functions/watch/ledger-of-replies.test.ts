import { afterEach, expect, test } from 'vitest';
import { makeSetApart } from '#functions/desk/set-apart.ts';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { listReplies, replyWrite } from '#shared/records/reply-records.ts';
import { aDecidingDesk } from '#test/builders/a-deciding-desk.ts';
import { certificate, core, dana, ethics, report, row } from '#test/builders/a-judged-mail.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { ann } from '#test/builders/staff.ts';

const [first, second] = [submissionIdFor(1), submissionIdFor(2)];
const askedAt = '2026-01-10T15:00:00.000Z';
let desk: Awaited<ReturnType<typeof aDecidingDesk>>;
afterEach(() => desk.close());

/** Dana's report lacks a certificate; a reviewer asked for it, and it came. */
async function answered(): Promise<void> {
  desk = await aDecidingDesk({ roster: [dana], now: askedAt });
  await desk.waiting(1, { documents: [report([row(ethics), row(core)]), certificate(core)] });
  await desk.claim(1);
  await desk.decide(1, { action: 'ask-sender' });
  await desk.idle();
  await desk.take(2, { documents: [certificate(ethics)], receivedAt: '2026-12-05T15:00:00.000Z' });
}

/** What the ledger says of replies; papers of this desk came without files, and of those it says more. */
async function saysOfReplies(): Promise<string[]> {
  const prove = makeProveLedger({ records: desk.records, files: noFiles, clock: { now: () => askedAt } });
  const { faults } = await prove({ months: ['2025-12', '2026-01', '2026-11', '2026-12'], withStore: false });
  return faults.map(({ says }) => says).filter((says) => /reply|does not belong/.test(says));
}
const noFiles = {
  put: () => Promise.reject(new Error('the ledger writes nothing')),
  read: () => Promise.reject(new Error('the ledger reads no bytes')),
  remove: async () => undefined,
  has: async () => true,
  list: async () => ({ keys: [] }),
};

test('a reply that brought a case back and is gone is missed by the ledger', async () => {
  await answered();
  expect(await listReplies(desk.records, first)).toHaveLength(1);
  expect(await saysOfReplies()).toEqual([]);

  await desk.records.write([{ remove: { pk: `SUB#${first}`, sk: `REPLY#${second}` }, expect: 'any' }]);
  expect(await saysOfReplies()).toEqual([expect.stringMatching(/^Of the reply LA-2026-\d+ that brought it back/)]);
});

test('so is what a person said of it', async () => {
  await answered();
  await desk.claim(1);
  const setApart = makeSetApart({ records: desk.records, clock: { now: () => askedAt } });
  const given = { submissionId: first, who: ann, replyId: second, because: 'It is about somebody else.' };
  expect(await setApart({ ...given, version: await desk.version(1) })).toMatchObject({ answer: 'done' });
  expect(await saysOfReplies()).toEqual([]);

  const [said] = await listReplies(desk.records, first);
  if (said === undefined) throw new Error('there was to be a reply');
  await desk.records.write([replyWrite(first, { ...said.reply, apart: null }, said.version)]);
  expect(await saysOfReplies()).toEqual([expect.stringContaining('does not belong to it')]);
});
