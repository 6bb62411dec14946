import { describe, expect, test } from 'vitest';
import { readHeaders } from '#shared/mail/read-headers.ts';

const read = (...lines: string[]) => readHeaders(Buffer.from(`${lines.join('\r\n')}\r\n\r\nbody`, 'latin1'));

const receiver =
  'Received: from mail.b.org (mail.b.org [203.0.113.6])\r\n\tby mx.state.org (Postfix) with ESMTPS id 1; Sun, 6 Dec 2026 12:25:55 -0600';
const pass = 'Authentication-Results: mx.state.org; spf=pass; dkim=pass; dmarc=pass header.from=b.org';
const from = 'From: a@b.org';

describe('who sent it', () => {
  test.each([
    ['From: Dana Fontenot <dana@b.org>', 'dana@b.org', 'Dana Fontenot'],
    ['From: "Fontenot, Dana" <dana@b.org>', 'dana@b.org', 'Fontenot, Dana'],
    ['From: dana@b.org (Dana)', 'dana@b.org', null],
    ['From: =?utf-8?Q?Ren=C3=A9e?= <r@b.org>', 'r@b.org', 'Renée'],
    ['From: "a@good.org" <a@evil.org>', 'a@evil.org', 'a@good.org'],
    ['From: undisclosed', null, null],
    ['From: <a@b.org\u0000>', null, null],
    ['Subject: no sender', null, null],
  ])('%s', (line, address, name) => {
    const headers = read(line);

    expect([headers.from, headers.fromName]).toEqual([address, name]);
  });

  test('two senders, in two lines or in one, are never authenticated', () => {
    const twoLines = read(receiver, pass, from, 'From: c@evil.org');
    const twoInOne = read(receiver, pass, 'From: a@b.org, c@evil.org');

    expect([twoLines.authentication, [...twoLines.flags]]).toEqual(['fail', ['dup-from']]);
    expect([twoInOne.authentication, [...twoInOne.flags]]).toEqual(['fail', ['several-from']]);
  });
});

describe('whether the receiver vouches for the sender', () => {
  const forged = 'Authentication-Results: mx.state.org; dmarc=pass';
  test.each([
    ['pass below the topmost Received', [receiver, pass, from], 'pass'],
    ['pass above it', [pass, receiver, from], 'pass'],
    [
      'pass with comments',
      [receiver, 'Authentication-Results: mx.state.org (v1); dmarc=pass (p=none) header.from=b.org', from],
      'pass',
    ],
    ['fail', [receiver, pass.replace('dmarc=pass', 'dmarc=fail'), from], 'fail'],
    ['fail and pass together', [receiver, pass, pass.replace('dmarc=pass', 'dmarc=fail'), from], 'fail'],
    ['temperror', [receiver, pass.replace('dmarc=pass', 'dmarc=temperror'), from], 'unknown'],
    ['passing', [receiver, pass.replace('dmarc=pass', 'dmarc=passing'), from], 'unknown'],
    ['no DMARC', [receiver, 'Authentication-Results: mx.state.org; spf=pass; dkim=pass', from], 'unknown'],
    ['written by another server', [receiver, 'Authentication-Results: mx.evil.org; dmarc=pass', from], 'unknown'],
    [
      'further down, where a sender can write',
      [receiver, 'Received: from x by mail.b.org; x', forged, from],
      'unknown',
    ],
    ['among the headers of the sender', [receiver, from, forged], 'unknown'],
    ['no Received at all', [pass, from], 'unknown'],
    [
      'hidden in a quoted value',
      [receiver, 'Authentication-Results: mx.state.org; spf=fail x="; dmarc=pass "', from],
      'unknown',
    ],
    [
      'hidden in a comment',
      [receiver, 'Authentication-Results: mx.state.org; spf=fail (; dmarc=pass )', from],
      'unknown',
    ],
    [
      'a greeting that opens a comment',
      [receiver.replace('from mail.b.org', 'from x by mx.evil.org ('), pass.replaceAll('state', 'evil'), from],
      'unknown',
    ],
    [
      'a HELO that says by',
      [receiver.replace('from mail.b.org', 'from x by mx.evil.org'), pass.replaceAll('state', 'evil'), from],
      'unknown',
    ],
  ])('%s', (_what, lines, verdict) => {
    expect(read(...lines).authentication).toBe(verdict);
  });
});

describe('when it was sent', () => {
  test.each([
    ['Tue, 30 Dec 2025 23:59:59 -0600', '2025-12-31T05:59:59.000Z'],
    ['30 Dec 2025 23:59 GMT', '2025-12-30T23:59:00.000Z'],
    ['Tue,  1 Dec 2026 08:00:00 CST (Central)', '2026-12-01T14:00:00.000Z'],
    ['31 Feb 2026 10:00:00 +0000', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (date, instant) => {
    expect(read(`Date: ${date}`).headerDate).toBe(instant);
  });

  test('the topmost Received line tells when our server took it', () => {
    const headers = read(receiver, 'Received: from y by z; Mon, 7 Dec 2026 12:00:00 -0600');

    expect(headers.receivedDate).toBe('2026-12-06T18:25:55.000Z');
  });
});

test('message ids come without brackets, the answered ones once each', () => {
  const headers = read('Message-ID: <m@b.org>', 'In-Reply-To: <p@b.org>', 'References: <o@b.org>', ' <p@b.org>');

  expect([headers.messageId, headers.references]).toEqual(['m@b.org', ['p@b.org', 'o@b.org']]);
});

test.each([
  ['=?UTF-8?B?w4l0YXQ=?= =?UTF-8?Q?_civil?=', 'État civil'],
  ['=?windows-1252?Q?don=92t?=', 'don’t'],
  ['Jos\u00e9', 'José'],
  ['Jos\u00c3\u00a9', 'José'],
  ['=?utf-7?Q?+ADw-script+AD4-?=', '=?utf-7?Q?+ADw-script+AD4-?='],
  ['=?utf-8?Q?a=0D=0ABcc:_x@y.org?=', 'a  Bcc: x@y.org'],
])('the subject %s is read as %s', (line, subject) => {
  expect(read(`Subject: ${line}`).subject).toBe(subject);
});

describe('sent by a machine', () => {
  test.each([
    ['Auto-Submitted: auto-replied'],
    ['Precedence: bulk'],
    ['List-Id: <x.b.org>'],
    ['Return-Path: <>'],
    ['Content-Type: multipart/report; report-type=delivery-status; boundary=x'],
    ['X-Autoreply: yes'],
    ['X-Auto-Response-Suppress: All'],
    ['From: MAILER-DAEMON@b.org'],
    ['Subject: Automatic reply: my form'],
    ['Subject: Undeliverable: my form'],
    ['Subject: =?utf-8?Q?Out_of_office?='],
  ])('%s', (line) => {
    expect(read(line).isAutomatic).toBe(true);
  });

  test.each([['Auto-Submitted: no'], ['Subject: Re: read my form'], ['Precedence: first-class'], ['From: a@b.org']])(
    'not: %s',
    (line) => {
      expect(read(line).isAutomatic).toBe(false);
    },
  );
});
