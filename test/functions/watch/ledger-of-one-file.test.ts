import { describe, expect, test } from 'vitest';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { fileWrite } from '#shared/records/file-records.ts';
import { noteSentFile } from '#shared/records/sent-file-records.ts';
import { entryWrite, submissionWrite } from '#shared/records/submission-records.ts';
import { aFile } from '#test/builders/a-document.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';

const sha256 = 'c'.repeat(64);
const clock = { now: () => '2026-12-21T09:00:00.000Z' };
const files: FileStore = {
  put: () => Promise.reject(new Error('the ledger writes nothing')),
  read: () => Promise.reject(new Error('the ledger reads no bytes')),
  has: async () => true,
  list: async () => ({ keys: [] }),
};

/** Counts what is read: each row of a list, and each search. */
function countingReads(store: RecordStore) {
  let reads = 0;
  const records: RecordStore = {
    ...store,
    find(key) {
      reads += 1;
      return store.find(key);
    },
    async list(query) {
      const page = await store.list(query);
      reads += Math.max(1, page.records.length);
      return page;
    },
  };
  return { records, reads: () => reads };
}

async function officeWhere(mails: number) {
  const store = openSqliteRecordStore(':memory:');
  for (let number = 1; number <= mails; number += 1) {
    const submission = aSubmission({ number, filesFound: 1 });
    const { submissionId } = submission;
    await store.write([
      submissionWrite(submission, 'absent'),
      entryWrite(submission),
      fileWrite(aFile({ submissionId, sha256, fileKey: `document/${sha256}` }), 'absent'),
    ]);
    await noteSentFile(store, sha256, submissionId);
  }
  const { records, reads } = countingReads(store);
  return { records, reads, store };
}

describe('a certificate that very many mails bring', () => {
  test('is proved with so many reads for each mail, however many there are', async () => {
    const perMail: number[] = [];
    for (const mails of [50, 1_000]) {
      const { records, reads, store } = await officeWhere(mails);
      const ledger = await makeProveLedger({ records, files, clock })({ months: ['2026-11'], withStore: false });
      store.close();
      expect(ledger.accounts.documents).toMatchObject({ received: mails, filed: mails });
      perMail.push(reads() / mails);
    }
    const [few = 0, many = 0] = perMail;
    expect(many).toBeLessThanOrEqual(few);
    expect(many).toBeLessThan(40);
  });

  test('is missed in the one mail of which nothing says any more that it brought it', async () => {
    const { records, store } = await officeWhere(3);
    await store.write([{ remove: { pk: `FILE#${sha256}`, sk: `SUB#${submissionIdFor(2)}` }, expect: 'any' }]);
    const { faults } = await makeProveLedger({ records, files, clock })({ months: ['2026-11'], withStore: false });
    store.close();
    const unnoted = faults.filter(({ says }) => says.includes('is not noted as having come with it'));
    expect(unnoted.map(({ about }) => about)).toEqual(['LA-2026-000002']);
  });
});
