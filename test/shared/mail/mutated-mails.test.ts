import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlToText } from '#shared/mail/body-text.ts';
import { normalise } from '#shared/mail/normalise.ts';
import { openMail } from '#shared/mail/open-mail.ts';
import { preScan } from '#shared/mail/pre-scan.ts';
import { readHeaders } from '#shared/mail/read-headers.ts';
import { aFile, aMail, aPdf, aText } from './a-mail.ts';
import { aZip } from './a-zip.ts';

const seeds = [
  aMail([aText('hello'), aFile(aPdf, 'form.pdf')], ['Received: from a by b; Tue, 30 Dec 2025 23:59:59 -0600']),
  aMail([aFile(aMail([aFile(aPdf, 'a.pdf')], [], 'II'), 'fwd.eml', 'message/rfc822')]),
  aMail(
    [aFile(aZip([{ name: 'cert.pdf', bytes: aPdf }]), 'ceu.zip')],
    ['Subject: =?utf-8?B?w4k=?=', 'From: "a, b" <a@b.org>'],
  ),
];
const words = [
  '\r\n',
  '\r',
  '\n\n',
  ': ',
  '--BB',
  '--BB--',
  ' ',
  '\t',
  'boundary=',
  '"',
  '<',
  '>',
  ';',
  '(',
  '\\',
  '=?',
  '?=',
  '\0',
  'Content-Type: message/rfc822\r\n\r\n',
  'Content-Type: multipart/mixed; boundary=X\r\n',
  'From: x@y.org\r\n',
  'begin 644 x\r\n',
  '\xff',
];

/** A real mail with a few places cut out, repeated or overwritten. */
const mutatedMail = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(5000), fc.nat(60), fc.constantFrom(...words), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([seed, changes]) => {
    const text = changes.reduce((mail, [place, cut, word, times]) => {
      const at = place % (mail.length + 1);
      return mail.slice(0, at) + word.repeat(times) + mail.slice(at + cut);
    }, seed.toString('latin1'));
    return Buffer.from(text, 'latin1');
  });
const anyBytes = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));

test('the scan, the copy and the header reader take anything', () => {
  fc.assert(
    fc.property(fc.oneof(mutatedMail, anyBytes), (raw) => {
      const before = Buffer.from(raw);
      const { boundaries } = preScan(raw);
      const { copy } = normalise(raw, boundaries);
      const headers = readHeaders(copy);

      expect(raw.equals(before)).toBe(true);
      expect(copy.length).toBeLessThanOrEqual(raw.length * 2);
      expect(`${headers.from}${headers.subject}${headers.messageId}`).not.toMatch(/[\r\n\0]/);
      expect(headers.headerDate === null || !Number.isNaN(Date.parse(headers.headerDate))).toBe(true);
    }),
    { numRuns: 1500, seed: 20261220 },
  );
});

test('a copy of a copy is the same: putting a mail right happens once', () => {
  fc.assert(
    fc.property(mutatedMail, (raw) => {
      const { copy } = normalise(raw, preScan(raw).boundaries);
      const again = normalise(copy, preScan(copy).boundaries).copy;

      // An mbox line or blank lines may come to light only when those before them are gone.
      expect(again.length).toBeLessThanOrEqual(copy.length);
    }),
    { numRuns: 300, seed: 20261220 },
  );
});

test('a mutated mail is opened, doubted or refused: never thrown out, never waited for', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(mutatedMail, async (raw) => {
      const opened = await openMail(raw);

      expect(['opened', 'refused']).toContain(opened.outcome);
    }),
    { numRuns: 400, seed: 20261220 },
  );
});

test('any text passes as HTML and no tag is left of it', () => {
  fc.assert(
    fc.property(
      fc.string({
        maxLength: 300,
        unit: fc.constantFrom('<', '>', '/', 'p', 'script', '!--', '-->', '&', '#60;', 'lt;', ' '),
      }),
      (html) => {
        expect(htmlToText(html).length).toBeLessThanOrEqual(html.length + 300);
      },
    ),
    { numRuns: 500, seed: 20261220 },
  );
});
