import { expect, test } from 'vitest';
import { openMail } from '#shared/mail/open-mail.ts';
import { preScan } from '#shared/mail/pre-scan.ts';
import { aFile, aMail, aPdf, aText } from './a-mail.ts';

/** Five times what the slowest needs on an idle machine. */
const refusalMsMax = 2500;

const head = 'From: a@b.org\r\nSubject: x\r\n';
const many = (text: string, count: number): string => text.repeat(count);
const multipart = 'Content-Type: multipart/mixed; boundary="B"\r\n\r\n';

const hostile: [string, () => string, boolean][] = [
  ['B039: an empty mail', () => '', false],
  [
    'B003: 100 kB of blanks in a quoted-printable line',
    () => `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${many(' ', 100_000)}x`,
    false,
  ],
  ['B004: a million empty parts', () => `${head}${multipart}${many('--B\r\n\r\n\r\n', 1_000_000)}`, true],
  ['1001 boundary lines', () => `${head}${multipart}${many('--B\r\n\r\nx\r\n', 1001)}--B--`, true],
  ['B005: multiparts nested 50 000 deep', () => head + nested(50_000), true],
  ['B006: messages nested 20 000 deep', () => head + many('Content-Type: message/rfc822\r\n\r\n', 20_000), true],
  ['B008: a header line of 10 MB', () => `X: ${many('a', 10_000_000)}\r\n${head}\r\nx`, true],
  ['B009: 500 000 header lines', () => `${many('X: y\r\n', 500_000)}${head}\r\nx`, true],
  ['B013: 39 MB of base64 on one line', () => `${head}\r\n${many('a', 39_000_000)}`, false],
  [
    'B010: 25 000 addresses in the header',
    () => `${head}To: ${many('pat.doe@example.org,\r\n ', 25_000)}a@b.org\r\n\r\nx`,
    false,
  ],
  ['1.3 million lines', () => `${head}\r\n${many('\r\n', 1_300_000)}`, false],
  ['a mail beyond 40 MB', () => `${head}\r\n${many(`${many('a', 998)}\r\n`, 40_001)}`, false],
];

function nested(depth: number): string {
  const level = (at: number) => `Content-Type: multipart/mixed; boundary="B${at}"\r\n\r\n--B${at}\r\n`;
  return Array.from({ length: depth }, (_, at) => level(at)).join('');
}

test.each(hostile)('%s is refused before any parser sees it, in short time', async (_what, make, isQuarantined) => {
  const raw = Buffer.from(make(), 'latin1');
  const begun = performance.now();

  const opened = await openMail(raw);

  expect(opened).toMatchObject({ outcome: 'refused', quarantine: isQuarantined });
  expect(performance.now() - begun).toBeLessThan(refusalMsMax);
});

test('a mail refused for its parts still tells whose it claims to be', async () => {
  const opened = await openMail(Buffer.from(`${head}${multipart}${many('--B\r\n\r\nx\r\n', 1001)}`));

  expect(opened.mail).toMatchObject({ from: 'a@b.org', subject: 'x', authentication: 'unknown' });
});

test.each([0, 1, 2000, 3999, 4000, 12_345])(
  '4001 blanks are found wherever they begin, here at %i, and 4000 pass',
  (at) => {
    const mail = (blanks: number) => Buffer.from(`${many('a', at)}${many(' ', blanks)}a`);

    expect(preScan(mail(4001)).refusal?.reason.code).toBe('needs-human-decision');
    expect(preScan(mail(4000)).refusal).toBeNull();
  },
);

test('blanks behind dashes do not make the scan slow', () => {
  const line = `--${many(' ', 3900)}x\r\n`;
  const begun = performance.now();

  preScan(Buffer.from(`${head}${multipart}${many(line, 5000)}`));

  expect(performance.now() - begun).toBeLessThan(refusalMsMax);
});

test('1.5 MB of nested HTML is reduced to text without a tree', async () => {
  const html = aText(`${many('<div>', 300_000)}hello`, 'text/html');
  const begun = performance.now();

  const opened = await openMail(aMail([html, aFile(aPdf, 'form.pdf')]));

  expect(opened).toMatchObject({ outcome: 'opened', mail: { bodyText: '' } });
  expect(performance.now() - begun).toBeLessThan(refusalMsMax);
});

test('forwards deeper than ten are kept whole and never opened', async () => {
  const mail = Array.from({ length: 12 }).reduce<Buffer>(
    (inner, _, at) => aMail([aFile(inner, `f${at}.eml`, 'message/rfc822')], [], `B${at}`),
    aMail([aFile(aPdf, 'form.pdf')], [], 'innermost'),
  );

  const opened = await openMail(mail);

  expect(opened.outcome === 'opened' && opened.files.map((file) => [file.mediaType, file.refused?.code])).toEqual([
    ['message/rfc822', 'unsafe-file'],
  ]);
});

test('B265: more than 200 files raise a doubt and are not listed without end', async () => {
  const files = Array.from({ length: 230 }, (_, at) => aFile(Buffer.concat([aPdf, Buffer.from(`${at}`)]), `${at}.pdf`));

  const opened = await openMail(aMail(files));

  expect(opened.outcome === 'opened' && opened.files.length).toBe(200);
  expect(opened.outcome === 'opened' && opened.mail.flags).toContain('too-many-files');
  expect(opened.outcome === 'opened' && opened.concerns).toHaveLength(1);
});

test('a mail that ends in the middle of a part’s Content-Type is opened, and its part is a file of no known kind', async () => {
  const cut = `${head}Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nhello\r\n--B\r\nContent-Type:`;
  const opened = await openMail(Buffer.from(cut));

  expect(opened).toMatchObject({ outcome: 'opened', mail: { flags: ['unclosed'], bodyText: 'hello' } });
});
