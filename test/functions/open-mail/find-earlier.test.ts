import { afterEach, beforeEach, expect, test } from 'vitest';
import { findEarlier } from '#functions/open-mail/find-earlier.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
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
  for (const sha256 of [form, proof]) await noteSentFile(records, sha256, earlier.submissionId);
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
