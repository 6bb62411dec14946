import { describe, expect, test } from 'vitest';
import { openMail } from '#shared/mail/open-mail.ts';
import { aLetter } from '#test/builders/a-letter.ts';

const { messageId } = aLetter();

type Report = { status?: string; copy?: string; headers?: string[]; text?: string };

/** As RFC 3464 has it: a letter for people, the report for machines, and the mail or its headers. */
function aReport({ status, copy, headers = [], text = 'Your message could not be delivered.' }: Report): Buffer {
  const lines = [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@relay.example.org>',
    'To: office@example.gov',
    'Subject: Undelivered Mail Returned to Sender',
    'Date: Fri, 2 Oct 2026 09:00:10 -0500',
    'Message-ID: <b1@relay.example.org>',
    'MIME-Version: 1.0',
    ...headers,
    'Content-Type: multipart/report; report-type=delivery-status; boundary="R"',
    '',
    '--R',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    text,
    ...(status === undefined ? [] : ['--R', 'Content-Type: message/delivery-status', '', status]),
    ...(copy === undefined ? [] : ['--R', copy]),
    '--R--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

const aStatus = (action: string, code: string, address = 'dana.fontenot@example.org') =>
  [
    'Reporting-MTA: dns; relay.example.org',
    'Arrival-Date: Fri, 2 Oct 2026 09:00:05 -0500',
    '',
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    `Status: ${code}`,
    'Diagnostic-Code: smtp; 550 5.1.1 <dana.fontenot@example.org>:',
    '    Recipient address rejected: User unknown',
    '',
  ].join('\r\n');
const headersOnly = `Content-Type: text/rfc822-headers\r\n\r\nFrom: office@example.gov\r\nMessage-ID: <${messageId}>\r\nSubject: Your training hours\r\n`;
const wholeMail = `Content-Type: message/rfc822\r\n\r\nFrom: office@example.gov\r\nTo: dana.fontenot@example.org\r\nMessage-ID: <${messageId}>\r\nSubject: Your training hours\r\n\r\nHello,\r\n`;

async function failuresIn(raw: Buffer) {
  const opened = await openMail(raw);
  if (opened.outcome === 'refused') throw new Error('the report was not opened');
  return {
    failures: opened.failures,
    isAutomatic: opened.mail.isAutomatic,
    files: opened.files.filter((file) => !file.isDecoration),
  };
}

describe('a report that a mail of ours could not be delivered', () => {
  const failed = { messageId, recipient: 'dana.fontenot@example.org', status: '5.1.1' };

  test.each([
    ['with the headers of our mail', headersOnly],
    ['with the whole of our mail', wholeMail],
  ])('%s names the mail, the address and the code', async (_how, copy) => {
    const { failures, isAutomatic } = await failuresIn(aReport({ status: aStatus('failed', '5.1.1'), copy }));
    expect(failures).toEqual([failed]);
    expect(isAutomatic).toBe(true);
  });

  test('B160: brings no papers: what it encloses is our own letter', async () => {
    const { files } = await failuresIn(aReport({ status: aStatus('failed', '5.1.1'), copy: wholeMail }));
    expect(files).toEqual([]);
  });

  test('names a letter about a decision as well as a reminder', async () => {
    const decision = messageId.replace('reminder.', 'decision.');
    const copy = headersOnly.replace(messageId, decision);
    const { failures } = await failuresIn(aReport({ status: aStatus('failed', '5.1.1'), copy }));
    expect(failures).toEqual([{ ...failed, messageId: decision }]);
  });

  test.each([
    ['abuse', [{ messageId, recipient: null, status: '', isComplaint: true }]],
    ['virus', []],
  ])('B169: of a mail service that passes on a complaint of the kind "%s"', async (kind, expected) => {
    const report = `Feedback-Type: ${kind}\r\nUser-Agent: SomeService/1.0\r\nVersion: 1\r\nReceived-Date: Fri, 2 Oct 2026 09:00:05 -0500\r\n`;
    const parts = aReport({ status: report, copy: wholeMail, text: 'This is an email abuse report.' }).toString(
      'latin1',
    );
    const raw = Buffer.from(
      parts
        .replace('report-type=delivery-status', 'report-type=feedback-report')
        .replace('message/delivery-status', 'message/feedback-report')
        .replace('Undelivered Mail Returned to Sender', 'FW: Your training hours'),
      'latin1',
    );
    const { failures, files } = await failuresIn(raw);
    expect(failures).toEqual(expected);
    expect(files).toEqual([]);
  });

  test('names the mail by its thread where it encloses nothing', async () => {
    const raw = aReport({ status: aStatus('failed', '5.1.1'), headers: [`In-Reply-To: <${messageId}>`] });
    expect((await failuresIn(raw)).failures).toEqual([failed]);
  });

  test.each(['delayed', 'delivered', 'relayed', 'expanded'])('that says "%s" tells of no failure', async (action) => {
    expect((await failuresIn(aReport({ status: aStatus(action, '4.4.1'), copy: headersOnly }))).failures).toEqual([]);
  });

  test('names the address that we wrote to where the mail was passed on', async () => {
    const status = aStatus('failed', '5.1.1', 'dana@other.example').replace(
      'Final-Recipient',
      'Original-Recipient: rfc822;<dana.fontenot@example.org>\r\nFinal-Recipient',
    );
    expect((await failuresIn(aReport({ status, copy: headersOnly }))).failures).toEqual([failed]);
  });

  test('B161: of an older server, which only writes a letter, has no code', async () => {
    const text = `Hi. This is the mail program at relay.example.org.\r\nI'm afraid I wasn't able to deliver your message.\r\n<dana.fontenot@example.org>: no mailbox\r\n\r\n--- Below this line is a copy.\r\n\r\nMessage-ID: <${messageId}>\r\n`;
    const raw = Buffer.from(
      `From: MAILER-DAEMON@relay.example.org\r\nTo: office@example.gov\r\nSubject: failure notice\r\nDate: Fri, 2 Oct 2026 09:00:10 -0500\r\n\r\n${text}`,
    );
    expect((await failuresIn(raw)).failures).toEqual([{ messageId, recipient: null, status: '' }]);
  });

  test('of no mail of ours is none', async () => {
    const copy = headersOnly.replace(messageId, 'newsletter.1@example.gov');
    expect((await failuresIn(aReport({ status: aStatus('failed', '5.1.1'), copy }))).failures).toEqual([]);
  });

  test('is no out-of-office note, though it answers our mail', async () => {
    const raw = Buffer.from(
      `From: dana.fontenot@example.org\r\nTo: office@example.gov\r\nSubject: Automatic reply: Your training hours\r\nAuto-Submitted: auto-replied\r\nIn-Reply-To: <${messageId}>\r\nDate: Fri, 2 Oct 2026 09:00:10 -0500\r\n\r\nI am away.\r\n`,
    );
    expect((await failuresIn(raw)).failures).toEqual([]);
  });

  test('is not taken from a mail that a person wrote', async () => {
    const raw = Buffer.from(
      `From: dana.fontenot@example.org\r\nTo: office@example.gov\r\nSubject: Mail returned\r\nMessage-ID: <x@example.org>\r\nIn-Reply-To: <${messageId}>\r\nDate: Fri, 2 Oct 2026 09:00:10 -0500\r\n\r\nYour mail failed.\r\n`,
    );
    const opened = await openMail(raw.subarray());
    expect(opened.outcome === 'opened' && opened.mail.isAutomatic).toBe(false);
    expect(opened.outcome === 'opened' && opened.failures).toEqual([]);
  });
});
