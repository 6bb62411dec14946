import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeOpenMail } from '#functions/open-mail/open-mail.ts';
import { scanAll } from '#functions/open-mail/scan-what-came.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { noScanner } from '#shared/adapters/no-scanner.ts';
import { noMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import type { WhenUnscanned } from '#shared/domain/scan.ts';
import type { OpenedMail } from '#shared/ports/mail-opener.ts';
import type { MalwareScanner, ScanAnswer } from '#shared/ports/malware-scanner.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { listHistory } from '#shared/records/history-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import { aMail, aSubmission } from '#test/builders/a-submission.ts';

const since = '2026-11-22T14:00:00.000Z';
const laterBy = (minutes: number) => new Date(Date.parse(since) + minutes * 60_000).toISOString();
const bytes = new TextEncoder().encode('%PDF-1.7');
const file = { attachment: 'a.pdf', mediaType: 'application/pdf', bytes, isDecoration: false, refused: null };
const opened: OpenedMail = { outcome: 'opened', mail: aMail(), files: [file], concerns: [], failures: [] };

let records: ReturnType<typeof openSqliteRecordStore>;
let now: string;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
  now = laterBy(1);
});
afterEach(() => records.close());

async function aMailToOpen(answer: () => ScanAnswer, whenUnscanned: WhenUnscanned = 'person') {
  const files = openFolderFileStore(mkdtempSync(join(tmpdir(), 'scan-')));
  const rawKey = await files.put('raw', new TextEncoder().encode('From: a@example.org\r\n\r\nhello'));
  const submission = { ...aSubmission({ rawKey, mail: null, outcome: null }), state: 'received' as const, reasons: [] };
  await records.write([submissionWrite(submission, 'any')]);
  const clock = { now: () => now };
  const scanner: MalwareScanner = { scan: async () => answer() };
  const openMail = makeOpenMail({
    records,
    files,
    clock,
    mailVerifier: noMailVerifier,
    mailOpener: { open: async () => opened },
    scanner,
    whenUnscanned,
  });
  const { submissionId, runId } = submission;
  return {
    open: () => openMail({ submissionId, runId }),
    row: async () => (await findSubmission(records, submissionId))?.submission,
    files: async () => (await listFiles(records, submissionId)).map((one) => one.file),
    audit: async () => (await listHistory(records, submissionId)).length,
  };
}

describe('opening a mail that a scanner has yet to look at', () => {
  it('B136: waits for a quarter of an hour, and then a person looks', async () => {
    const mail = await aMailToOpen(() => ({ result: 'pending', since }));
    now = laterBy(14);
    // nothing failed, so it spends no try and rings no alarm
    await expect(mail.open()).rejects.toMatchObject({ name: 'Paced' });
    expect(await mail.row()).toMatchObject({ state: 'received' });

    now = laterBy(15);
    expect(await mail.open()).toMatchObject({ next: 'read' });
    expect(await mail.row()).toMatchObject({
      reasons: [{ code: 'unsafe-file' }],
      scan: { because: 'late', isHeld: true },
    });
  });

  it('B137: is opened once, however often the result is told, and whatever it says the second time', async () => {
    const answers: ScanAnswer[] = [{ result: 'nothing-found', by: 'GuardDuty' }];
    const mail = await aMailToOpen(() => answers[0] ?? { result: 'threat', by: 'GuardDuty', name: 'late' });
    await mail.open();
    const [row, files, audit] = [await mail.row(), await mail.files(), await mail.audit()];
    answers.length = 0;
    await mail.open();

    expect([await mail.row(), await mail.files(), await mail.audit()]).toEqual([row, files, audit]);
  });

  it('remembers a threat that a cut-off opening did not know of', async () => {
    let said: ScanAnswer = { result: 'nothing-found', by: 'GuardDuty' };
    const mail = await aMailToOpen(() => said);
    const write = records.write;
    let writes = 0;
    // cut off after the files have their rows, and before the mail counts as opened
    records.write = async (given) => {
      writes += 1;
      if (given.some((one) => 'put' in one && one.put.sk === 'SUBMISSION')) throw new Error('cut off');
      return write(given);
    };
    await expect(mail.open()).rejects.toThrow('cut off');
    records.write = write;
    said = { result: 'threat', by: 'GuardDuty', name: 'THREATS_FOUND' };
    expect(writes).toBeGreaterThan(1);
    expect(await mail.files()).toMatchObject([{ scan: { result: 'nothing-found' } }]);
    await mail.open();

    expect(await mail.row()).toMatchObject({ outcome: 'quarantined' });
  });
});

describe('an office', () => {
  const kept = [{ key: 'raw/x', bytes }];
  const one = async (scanner: MalwareScanner, whenUnscanned: WhenUnscanned) =>
    (await scanAll({ scanner, whenUnscanned }, kept, since))[0];
  const down: MalwareScanner = { scan: async () => ({ result: 'not-scanned', by: 'ClamAV', because: 'unavailable' }) };

  it('without a scanner says so of every file, and holds nothing for that', async () => {
    expect(await one(noScanner, 'person')).toEqual({
      result: 'not-scanned',
      by: null,
      because: 'no-scanner',
      at: since,
      isHeld: false,
    });
  });

  it('says once what becomes of what its scanner could not look at', async () => {
    expect(await one(down, 'person')).toMatchObject({ because: 'unavailable', isHeld: true });
    expect(await one(down, 'go-on')).toMatchObject({ because: 'unavailable', isHeld: false });
  });
});
