import { describe, expect, test } from 'vitest';
import { aFile, aMail, aPdf, aText, type Part } from '#test/shared/mail/a-mail.ts';
import { hashOf } from './invariants.ts';
import { becomes } from './what-becomes.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');

/** A mail whose one part is all of it. */
const aSinglePart = (headers: string[], body: string) =>
  latin(['From: pat@example.org', 'Subject: my form', ...headers, '', body, ''].join('\r\n'));

test('B011: a PDF of 29 MB in a mail of 40 MB comes out byte for byte', async () => {
  const pdf = Buffer.concat([aPdf, Buffer.alloc(29_000_000 - aPdf.length, 0x20)]);

  const became = await becomes(aMail([aText('here it is'), aFile(pdf, 'form.pdf')]));

  expect(became).toMatchObject({ word: 'ACCEPT', hashes: [hashOf(pdf)] });
});

test('B036: a mail that says it has parts, and has none, is a doubt and no forgotten attachment', async () => {
  const became = await becomes(
    latin('From: a@b.org\r\nContent-Type: multipart/mixed; boundary=XX\r\n\r\n--YY\r\n\r\nhello\r\n'),
  );

  expect(became).toMatchObject({ word: 'REVIEW', codes: expect.arrayContaining(['needs-human-decision']) });
  expect(became.flags).toContain('empty-multipart');
});

describe('letters in odd alphabets', () => {
  test('B037: a letter in UTF-7 is a text like any other, and hides no file', async () => {
    const became = await becomes(
      aMail([aText('+ADw-script+AD4-alert(1)+ADw-/script+AD4-', 'text/plain; charset=utf-7'), aFile(aPdf, 'form.pdf')]),
    );

    expect(became).toMatchObject({ word: 'ACCEPT', files: ['form.pdf'] });
    expect(became.mail?.bodyText).toBe('+ADw-script+AD4-alert(1)+ADw-/script+AD4-');
  });

  test('B038: NUL and bytes of eight bits in a header neither end it nor hide a file', async () => {
    const became = await becomes(aMail([aFile(aPdf, 'form.pdf')], ['Subject: my\0 form caf\xe9']));

    expect(became).toMatchObject({ word: 'ACCEPT', files: ['form.pdf'] });
    expect(became.mail?.subject).toMatch(/^my.? form café$/u);
    expect(became.mail?.subject).not.toContain('\0');
  });
});

describe('whose mail it is', () => {
  test('B040: a mail without From is from nobody', async () => {
    const became = await becomes(latin('Subject: my form\r\n\r\nhello'));

    expect(became.mail).toMatchObject({ from: null, authentication: 'unknown' });
  });

  test('B041: of two From lines neither is proved, whatever a server said', async () => {
    const became = await becomes(aMail([aFile(aPdf, 'form.pdf')], ['From: a@good.test', 'From: b@evil.test']));

    expect(became).toMatchObject({ word: 'REVIEW', flags: ['dup-from'], mail: { authentication: 'fail' } });
  });

  test('B042: of two mailboxes in one From neither is proved', async () => {
    const became = await becomes(aMail([aFile(aPdf, 'form.pdf')], ['From: a@good.test, b@evil.test']));

    expect(became).toMatchObject({ word: 'REVIEW', flags: ['several-from'], mail: { authentication: 'fail' } });
  });
});

describe('content that nobody here can look into', () => {
  /** Begins as CMS does: a sequence of unknown length. */
  const cms = Buffer.concat([Buffer.from('308006092a', 'hex'), Buffer.alloc(80, 1)]);

  test.each<[string, Part]>([
    ['B044: a mail encrypted by S/MIME is kept, and its sender asked', aCms('enveloped-data')],
  ])('%s', async (_title, part) => {
    const became = await becomes(aSinglePart(part.headers, part.body));

    expect(became).toMatchObject({ word: 'REVIEW', codes: ['encrypted-file'], hashes: [hashOf(cms)] });
  });

  test('B044: a mail encrypted by PGP is kept, and its sender asked', async () => {
    const secret = latin('-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----\r\n');

    const became = await becomes(aMail([aFile(secret, 'encrypted.asc')]));

    expect(became).toMatchObject({ word: 'REVIEW', codes: ['encrypted-file'] });
  });

  function aCms(type: string): Part {
    const { headers, body } = aFile(cms, 'smime.p7m', 'application/pkcs7-mime', []);
    return { headers: headers.map((line) => line.replace('pkcs7-mime;', `pkcs7-mime; smime-type=${type};`)), body };
  }
});
