import { describe, expect, test } from 'vitest';
import { openMail } from '#shared/mail/open-mail.ts';
import { readCms } from '#shared/mail/signed-content.ts';
import { aCmsOf, type Writing } from '#test/builders/a-signed-mail.ts';
import { aFile, aMail, aPdf, aText } from './a-mail.ts';

const inner = aMail([aText('My papers are signed.'), aFile(aPdf, 'form.pdf')], ['From: other@d.org'], 'inner');

/** A mail that is nothing but a signature with the mail inside. */
function aMailIn(cms: Uint8Array, type = 'application/pkcs7-mime; smime-type=signed-data'): Buffer {
  const base64 = Buffer.from(cms).toString('base64').replace(/.{76}/g, '$&\r\n');
  const headers = [
    'From: Pat Doe <pat@example.org>',
    'Subject: my form',
    `Content-Type: ${type}; name="smime.p7m"`,
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename="smime.p7m"',
  ];
  return Buffer.from([...headers, '', base64, ''].join('\r\n'), 'latin1');
}

describe('a mail that lies inside its signature', () => {
  test.each<Writing>(['closed', 'open'])('B043: is opened, and a person looks (lengths %s)', async (writing) => {
    const opened = await openMail(aMailIn(aCmsOf(inner, writing)));

    expect(opened).toMatchObject({
      outcome: 'opened',
      mail: { from: 'pat@example.org', bodyText: 'My papers are signed.', flags: ['signed-content'] },
      files: [{ attachment: 'form.pdf', refused: null }],
    });
    expect(opened.outcome === 'opened' && opened.concerns).toHaveLength(1);
    expect(opened.outcome === 'opened' && opened.files.map(({ bytes }) => Buffer.from(bytes))).toEqual([aPdf]);
  });

  test('B043: is known by its bytes, whatever its type says', async () => {
    const opened = await openMail(aMailIn(aCmsOf(inner), 'application/octet-stream'));

    expect(opened.outcome === 'opened' && opened.files.map(({ attachment }) => attachment)).toEqual(['form.pdf']);
  });

  test('that is forwarded is opened where it lies', async () => {
    const opened = await openMail(
      aMail([aText('see below'), aFile(aCmsOf(inner), 'smime.p7m', 'application/pkcs7-mime')]),
    );

    expect(opened.outcome === 'opened' && opened.files.map(({ attachment }) => attachment)).toEqual([
      'smime.p7m/form.pdf',
    ]);
  });
});

test('a signed file gives the file', async () => {
  const opened = await openMail(aMail([aText('hello'), aFile(aCmsOf(aPdf), 'certificate.pdf.p7m')]));

  expect(opened.outcome === 'opened' && opened.files.map(({ attachment }) => attachment)).toEqual([
    'certificate.pdf.p7m/certificate.pdf',
  ]);
});

test.each<[string, Uint8Array]>([
  ['encrypted', aCmsOf(inner, 'closed', 'enveloped')],
  ['cut', aCmsOf(inner).subarray(0, 300)],
  ['made of openings that never end', Buffer.from('3080'.repeat(20_000), 'hex')],
])('one that is %s holds nothing that is believed, and is kept whole', async (_what, cms) => {
  expect(readCms(cms)).toEqual({ kind: 'other' });

  const opened = await openMail(aMailIn(cms));
  expect(opened.outcome === 'opened' && opened.files.map(({ refused }) => refused?.code)).toEqual(['encrypted-file']);
});

test('signatures inside of signatures are opened three deep', async () => {
  const wrap = (content: Buffer) => aMailIn(aCmsOf(content));
  const opened = await openMail(wrap(wrap(wrap(wrap(wrap(inner))))));

  expect(opened.outcome === 'opened' && opened.concerns.length > 0).toBe(true);
});
