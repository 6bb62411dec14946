import { expect, test } from 'vitest';
import { openMail } from '#shared/mail/open-mail.ts';
import { aFile, aMail, aPdf, aText } from './a-mail.ts';
import { aZip, type ZipEntry } from './a-zip.ts';

const zero = (bytes: number): Buffer => Buffer.alloc(bytes);

async function listOf(zip: Buffer): Promise<(string | undefined)[][]> {
  const opened = await openMail(aMail([aText('here'), aFile(zip, 'ceu 2026.zip', 'application/zip')]));
  if (opened.outcome !== 'opened') return [];
  return opened.files.map((file) => [file.attachment, file.mediaType, file.refused?.code]);
}

const inZip = (name: string, bytes: Uint8Array = aPdf, more: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  bytes,
  ...more,
});

test('the files of a zip are listed under its name, without its folders and what systems leave in it', async () => {
  const zip = aZip([
    inZip('a/'),
    inZip('a/cert.pdf'),
    inZip('__MACOSX/a/._cert.pdf'),
    inZip('.DS_Store'),
    inZip('b.pdf'),
  ]);

  const files = await listOf(zip);

  expect(files).toEqual([
    ['ceu 2026.zip/cert.pdf', 'application/pdf', undefined],
    ['ceu 2026.zip/b.pdf', 'application/pdf', undefined],
  ]);
});

test('two files of one name in a zip stay two files', async () => {
  const files = await listOf(aZip([inZip('cert.pdf'), inZip('cert.pdf', Buffer.concat([aPdf, aPdf]))]));

  expect(files).toHaveLength(2);
});

test('a zip in a zip is opened, a third one inside is not', async () => {
  const third = aZip([inZip('deep.pdf')]);
  const second = aZip([inZip('third.zip', third), inZip('cert.pdf')]);

  const files = await listOf(aZip([inZip('second.zip', second)]));

  expect(files).toEqual([
    ['ceu 2026.zip/second.zip/third.zip', 'application/zip', 'unsafe-file'],
    ['ceu 2026.zip/second.zip/cert.pdf', 'application/pdf', undefined],
  ]);
});

test('an encrypted entry means: we do not have everything', async () => {
  const files = await listOf(aZip([inZip('secret.pdf', aPdf, { isEncrypted: true }), inZip('open.pdf')]));

  expect(files).toEqual([
    ['ceu 2026.zip', 'application/zip', 'encrypted-file'],
    ['ceu 2026.zip/open.pdf', 'application/pdf', undefined],
  ]);
});

const hostile: [string, () => Buffer][] = [
  ['unpacks to a thousand times its size', () => aZip([inZip('zero.pdf', zero(30_000_000))])],
  ['holds a file of over 50 MB', () => aZip([inZip('zero.pdf', zero(50_000_001))])],
  ['says that a file is small and it is not', () => aZip([inZip('lie.pdf', zero(20_000_000), { claimedBytes: 100 })])],
  ['holds a link', () => aZip([inZip('link.pdf', Buffer.from('/etc/passwd'), { mode: 0o120777 })])],
  ['leads out of its folder', () => aZip([inZip('../../etc/cron.d/x.pdf')])],
  ['holds over a thousand files', () => aZip(Array.from({ length: 1001 }, (_, at) => inZip(`${at}.pdf`)))],
  ['is cut off', () => aZip([inZip('cert.pdf')]).subarray(0, 60)],
];

test.each(hostile)('a zip that %s is kept whole and refused', async (_what, make) => {
  const files = await listOf(make());

  expect(files).toEqual([['ceu 2026.zip', 'application/zip', 'unsafe-file']]);
});
