import { describe, expect, test } from 'vitest';
import { readHeaders } from '#shared/mail/read-headers.ts';

const ses = [
  'Return-Path: <dana@example.org>',
  'Received: from mail.example.org (mail.example.org [192.0.2.7])',
  ' by inbound-smtp.us-east-1.amazonaws.com with SMTP id abc123',
  ' for ce@office.example; Tue, 01 Dec 2026 15:00:00 +0000 (UTC)',
  'X-SES-Spam-Verdict: PASS',
  'X-SES-Virus-Verdict: PASS',
  'Received-SPF: pass (spfCheck: domain of example.org) client-ip=192.0.2.7;',
];
const own = (verdict: string) => [
  `Authentication-Results: amazonses.com; spf=pass (ok) client-ip=192.0.2.7; dkim=pass header.i=@example.org; dmarc=${verdict} header.from=example.org;`,
  'X-SES-RECEIPT: AEFBQUFB',
];
const mail = ['From: Dana <dana@example.org>', 'Subject: hours', '', 'Hello'];

const authentication = (lines: string[]) => readHeaders(new TextEncoder().encode(lines.join('\r\n'))).authentication;

describe('what Amazon SES says about a sender', () => {
  test('its pass is believed, though it signs with another name than its host', () => {
    expect(authentication([...ses, ...own('pass'), ...mail])).toBe('pass');
  });

  test('its fail is a fail', () => {
    expect(authentication([...ses, ...own('fail'), ...mail])).toBe('fail');
  });

  test('a sender who begins the mail with a pass of their own is not believed', () => {
    const forged = 'Authentication-Results: amazonses.com; dmarc=pass header.from=example.org';
    expect(authentication([...ses, ...own('none'), forged, ...mail])).toBe('unknown');
    expect(authentication([...ses, ...own('none').slice(0, 1), forged, ...mail])).toBe('unknown');
  });

  test('its name means nothing in the block of another server', () => {
    const other = ['Received: from a.example.org by mx1.office.example with ESMTPS; Tue, 01 Dec 2026 15:00:00 +0000'];
    expect(authentication([...other, ...own('pass'), ...mail])).toBe('unknown');
  });
});
