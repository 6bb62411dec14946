import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeLoadRegisters } from '#functions/load-registers/load-registers.ts';
import { makeSendLetters } from '#functions/send-waiting/send-letters.ts';
import { makeReminderHook } from '#functions/sweep/reminders.ts';
import { composeLocal, type LocalParts } from '#infra/local/compose.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { findLetter, letterWrite } from '#shared/records/letter-records.ts';
import { isStopped, listOpenStopRequests } from '#shared/records/mail-stop-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { standingWrite } from '#shared/records/standing-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { aStanding } from '#test/builders/a-standing.ts';

const office = 'peer.reports@peerprograms.example.org';
const adele = { id: 'RPSS-2003', address: 'adele.thibodeaux@mail.example.com' };
const key = { specialistId: adele.id, year: 2026, line: '30-days-before-due-day' };
const clock = { now: () => '2026-12-01T16:00:00.000Z' };
const log = { info: () => undefined, error: () => undefined };

let folder = '';
let parts: LocalParts;
let sentLetter = '';
let letterId = '';

/** Through the whole intake, as the receiving server would hand it over. */
async function receive(raw: string, mailFrom = adele.address): Promise<Submission> {
  const envelope = { mailFrom, recipients: [office], remoteAddress: null, receivedAt: clock.now() };
  const { submissionId } = await parts.receive({ envelope, raw: Buffer.from(raw, 'latin1') });
  await parts.runner.idle();
  const found = await findSubmission(parts.records, submissionId);
  if (!found) throw new Error('the mail is gone');
  return found.submission;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reminder-'));
  const outbox = join(folder, 'outbox');
  const mailSender = openFolderMailSender(outbox, office);
  const options = { dataFolder: folder, programmeFolder: 'shared/rules/programmes/louisiana-rpss', mailFrom: office };
  const readers = { textReader: 'none', secondReader: 'none', readers: 1 } as const;
  parts = await composeLocal({ ...options, ...readers, mailSender, clock, log });
  const { records, programme } = parts;
  const load = makeLoadRegisters({ records });
  await load.loadRoster(await readFile('test/fixtures/roster.csv', 'utf8'));
  await load.loadApproved(await readFile('test/fixtures/approved-trainings.csv', 'utf8'));
  const specialist = await findSpecialist(records, adele.id);
  if (!specialist) throw new Error('Adele is not on the roster');

  // the night, then the morning
  const standing = aStanding({ specialistId: adele.id });
  const hook = makeReminderHook({
    programme,
    secret: 'a secret of this installation',
    domain: 'peerprograms.example.org',
  });
  const night = { today: '2026-12-01', since: '2026-12-01', at: '2026-12-01T08:00:00.000Z', runId: '2026-12-01.01' };
  const onRecord = { caseFiles: [], outcomes: new Map() };
  const look = { ...night, specialist, standings: [standing], before: [], onRecord, records, programme };
  await records.write([standingWrite(standing, null), ...(await hook.writesFor(look))]);
  await makeSendLetters({ records, clock, mailSender })();
  const [name = ''] = await readdir(outbox);
  sentLetter = await readFile(join(outbox, name), 'latin1');
  letterId = /^Message-ID:\s+(<.+>)\r?$/im.exec(sentLetter)?.[1] ?? '';
}, 60_000);

afterAll(async () => {
  await parts.close();
  await rm(folder, { recursive: true });
});

describe('a reminder in the mailbox of a person', () => {
  test('is one plain mail that says what is needed and tells nobody else who they are', () => {
    expect(sentLetter).toMatch(/^To: adele\.thibodeaux@mail\.example\.com\r?$/m);
    expect(sentLetter).toMatch(/^Subject: Your training hours for 2026\r?$/m);
    expect(sentLetter).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(letterId).toMatch(/^<reminder\.[0-9a-f]{40}@peerprograms\.example\.org>$/);
    expect(sentLetter).not.toMatch(/Thibodeaux(?!@)/);
  });

  test('answered with papers goes the way of every mail, and joins the person’s year', async () => {
    const papers = await readFile('test/fixtures/mail/01-fillable-form.eml', 'latin1');
    const reply = await receive(
      papers.replace(/^From: /m, `In-Reply-To: ${letterId}\r\nReferences: ${letterId}\r\nFrom: `),
    );
    expect(reply).toMatchObject({
      outcome: 'accepted',
      mail: { references: [letterId.slice(1, -1)], isAutomatic: false },
    });
    expect((await findCaseFile(parts.records, adele.id, 2026))?.caseFile.submissions).toEqual([reply.submissionId]);
  }, 60_000);

  test('answered with "stop" waits for a person of the office, and stops nothing by itself', async () => {
    const reply = await receive(
      `From: Adele Thibodeaux <${adele.address}>\r\nTo: ${office}\r\nSubject: Re: Your training hours for 2026\r\nMessage-ID: <s1@mail.example.com>\r\nIn-Reply-To: ${letterId}\r\nDate: Tue, 1 Dec 2026 10:00:00 -0600\r\n\r\nSTOP\r\n\r\nOn Tue, Dec 1, 2026, the office wrote:\r\n> Hello,\r\n`,
    );
    expect(reply.outcome).toBe('needs-review');
    expect(await listOpenStopRequests(parts.records)).toMatchObject([
      { specialistId: adele.id, address: adele.address, submissionId: reply.submissionId, state: 'open', by: null },
    ]);
    expect(await isStopped(parts.records, adele.id, adele.address)).toBe(false);
  }, 60_000);

  test('that came back is no case, and stops its address', async () => {
    const report = [
      'From: MAILER-DAEMON@mail.example.com',
      `To: ${office}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <b1@mail.example.com>',
      'Date: Tue, 1 Dec 2026 10:01:00 -0600',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="R"',
      '',
      '--R',
      'Content-Type: text/plain',
      '',
      'I could not deliver your message.',
      '--R',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mail.example.com',
      '',
      `Final-Recipient: rfc822; ${adele.address}`,
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--R',
      'Content-Type: message/rfc822',
      '',
      sentLetter.trimEnd(),
      '--R--',
      '',
    ].join('\r\n');
    const bounce = await receive(report, '');
    expect(bounce).toMatchObject({ outcome: 'not-a-submission', mail: { isAutomatic: true } });
    expect((await findLetter(parts.records, key))?.letter).toMatchObject({ state: 'bounced', fate: 'no-such-address' });
    expect(await isStopped(parts.records, adele.id, adele.address)).toBe(true);

    // told once more, as some servers do
    const before = await findLetter(parts.records, key);
    await receive(report.replace('<b1@', '<b2@'), '');
    expect(await findLetter(parts.records, key)).toEqual(before);
  }, 60_000);

  test('of somebody else, made up by a stranger, stops nothing', async () => {
    const other = 'alton.melancon@example.com';
    const forged = `From: MAILER-DAEMON@evil.example\r\nTo: ${office}\r\nSubject: Undeliverable\r\nMessage-ID: <b3@evil.example>\r\nDate: Tue, 1 Dec 2026 10:02:00 -0600\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="R"\r\n\r\n--R\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; ${other}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--R\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <reminder.${'0'.repeat(40)}@peerprograms.example.org>\r\n--R--\r\n`;
    await receive(forged, '');
    expect(await isStopped(parts.records, 'RPSS-2007', other)).toBe(false);
  }, 60_000);
});

test('a letter written for another night cannot be written twice', async () => {
  const found = await findLetter(parts.records, key);
  if (!found) throw new Error('no letter');
  expect(await parts.records.write([letterWrite(found.letter, null)])).toBe('conflict');
});
