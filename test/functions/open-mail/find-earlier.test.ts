import { afterEach, beforeEach, expect, test } from 'vitest';
import { findEarlier } from '#functions/open-mail/find-earlier.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { noteSentFile } from '#shared/records/sent-file-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { aMail, aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';

const [form, proof] = ['a'.repeat(64), 'b'.repeat(64)];
let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

async function sentEarlier(mail: Partial<MailFacts>): Promise<void> {
  const earlier = aSubmission({ number: 1, mail: aMail({ from: 'dana@example.org', ...mail }) });
  await records.write([submissionWrite(earlier, 'any')]);
  for (const sha256 of [form, proof])
    await noteSentFile(records, sha256, earlier.submissionId, earlier.mail?.from ?? null);
}

const isRepeated = async (mail: Partial<MailFacts>, files = [form, proof]) =>
  (await findEarlier(records, submissionIdFor(2), aMail({ from: 'Dana@example.org', ...mail }), files)) !== null;

test('a mail of the same sender whose every file came before brings nothing new', async () => {
  await sentEarlier({ authentication: 'pass' });
  expect(await isRepeated({ authentication: 'pass' })).toBe(true);
  expect(await isRepeated({ authentication: 'unknown' }, [form])).toBe(true);
});

test('B174: one more file, or another sender, is something new', async () => {
  await sentEarlier({ authentication: 'pass' });
  expect(await isRepeated({}, [form, proof, 'c'.repeat(64)])).toBe(false);
  expect(await isRepeated({ from: 'else@example.org' })).toBe(false);
});

test('the same papers with the proof that the first mail lacked are something new', async () => {
  await sentEarlier({ authentication: 'unknown' });
  expect(await isRepeated({ authentication: 'pass' })).toBe(false);
  expect(await isRepeated({ authentication: 'unknown' })).toBe(true);
});

/** A blank form that so many others sent too, and this sender so often. */
async function readsAmong(others: number, own: number): Promise<number> {
  const store = openSqliteRecordStore(':memory:');
  for (let number = 1; number <= others + own; number += 1) {
    const from = number <= own ? 'dana@example.org' : `person-${number}@example.org`;
    // each time with the proof that the one before lacked, so none of them is a duplicate
    const earlier = aSubmission({ number, mail: aMail({ from, authentication: 'unknown' }) });
    await store.write([submissionWrite(earlier, 'any')]);
    await noteSentFile(store, form, earlier.submissionId, from);
  }
  let reads = 0;
  const counting: RecordStore = {
    ...{ write: (writes) => store.write(writes), count: (query) => store.count(query) },
    find: (key) => {
      reads += 1;
      return store.find(key);
    },
    list: async (query) => {
      const page = await store.list(query);
      reads += Math.max(1, page.records.length);
      return page;
    },
  };
  const mail = aMail({ from: 'dana@example.org', authentication: 'pass' });
  await findEarlier(counting, submissionIdFor(others + own + 1), mail, [form]);
  store.close();
  return reads;
}

test('a file that very many senders sent costs no more reads for one mail than where few did', async () => {
  expect(await readsAmong(1_000, 2)).toBe(await readsAmong(20, 2));
});

test('a file that one sender sent very often costs a bounded number of reads', async () => {
  const [often, veryOften] = [await readsAmong(0, 100), await readsAmong(0, 400)];
  expect(veryOften).toBe(often);
  expect(veryOften).toBeLessThanOrEqual(100);
});
