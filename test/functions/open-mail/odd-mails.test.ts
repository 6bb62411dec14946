import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeOpenMail, type OpenMailPorts } from '#functions/open-mail/open-mail.ts';
import { oddMails } from '#functions/watch/checks/odd-mails.ts';
import { makeDirectMailOpener } from '#shared/adapters/aws/direct-mail-opener.ts';
import { makeContainedMailOpener } from '#shared/adapters/local/contained-mail-opener.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { noScanner } from '#shared/adapters/no-scanner.ts';
import { noMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import { answerWrite } from '#shared/records/answer-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';

const start = '2026-11-22T14:00:00.000Z';
const laterBy = (minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString();

let records: ReturnType<typeof openSqliteRecordStore>;
let now: string;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
  now = start;
});
afterEach(() => records.close());

/** Takes a mail as it came and opens it. */
async function opened(number: number, raw: string, own: Partial<OpenMailPorts> = {}) {
  const files = openFolderFileStore(mkdtempSync(join(tmpdir(), 'odd-')));
  const rawKey = await files.put('raw', Buffer.from(raw, 'latin1'));
  const before = { state: 'received' as const, outcome: null, decidedAt: null, filedAt: null, reasons: [] };
  const submission = aSubmission({ number, rawKey, mail: null, ...before });
  await records.write([submissionWrite(submission, 'any')]);
  const ports = { records, files, clock: { now: () => now }, mailVerifier: noMailVerifier, scanner: noScanner };
  const openMail = makeOpenMail({ ...ports, mailOpener: makeDirectMailOpener(), whenUnscanned: 'person', ...own });
  await openMail({ submissionId: submission.submissionId, runId: submission.runId });
  return (await findSubmission(records, submission.submissionId))?.submission;
}
const watched = () => oddMails({ records }, now);
const letter = 'From: a@example.org\r\nMessage-ID: <1@example.org>\r\nSubject: hello\r\n\r\nA word.\r\n';

describe('a mail that no machine could handle as it should', () => {
  it('is none where every mail was opened and scanned', async () => {
    await opened(1, letter);
    expect(await watched()).toMatchObject({ state: 'fine', count: 0 });
  });

  it('B001: rings when no parser answered about it, and its case waits for a person with the raw mail', async () => {
    const mailOpener = makeContainedMailOpener({ deadlineMs: 1 });
    const row = await opened(1, 'Content-Disposition:inline\nContent-Type:message/rfc822', { mailOpener });
    await mailOpener.close();

    expect(row).toMatchObject({ outcome: 'needs-review', rawKey: expect.stringMatching(/^raw\//) });
    expect(await watched()).toMatchObject({
      state: 'found',
      inWords: 'Of the mails of the last day 1 could not be opened by any parser.',
      about: ['LA-2026-000001'],
    });
    // the same mail, with the time that it needs
    expect(await opened(2, 'Content-Disposition:inline\nContent-Type:message/rfc822')).toBeDefined();
    expect((await watched()).count).toBe(1);
    now = laterBy(24 * 60 + 1);
    expect((await watched()).state).toBe('fine');
  });

  it('B136: rings when the scanner said nothing of it for a quarter of an hour; its case stays open', async () => {
    now = laterBy(15);
    const scanner = { scan: async () => ({ result: 'pending' as const, since: start }) };
    const row = await opened(1, letter, { scanner });

    expect(row).toMatchObject({ state: 'opened', outcome: null, scan: { because: 'late' } });
    expect(await watched()).toMatchObject({ state: 'found', about: ['LA-2026-000001'] });
  });

  it('B166: is a letter of our own, known by its name alone; the fourth within a day rings', async () => {
    const messageId = `answer.${submissionIdFor(90)}@office.example`;
    await records.write([answerWrite(submissionIdFor(90), anAnswer({ messageId }), null)]);
    // a relay on its way has taken away what says that a machine wrote it
    const ours = letter.replace('1@example.org', messageId);
    for (const number of [1, 2, 3])
      expect(await opened(number, ours)).toMatchObject({ outcome: 'not-a-submission', state: 'decided' });
    expect((await watched()).state).toBe('fine');
    await opened(4, ours);
    expect(await watched()).toMatchObject({ state: 'found', count: 4 });
  });

  it('B166: is none that only bears a name like ours', async () => {
    const ours = letter.replace('1@example.org', `answer.${submissionIdFor(90)}@office.example`);
    expect(await opened(1, ours)).toMatchObject({ state: 'opened', outcome: null });
  });
});
