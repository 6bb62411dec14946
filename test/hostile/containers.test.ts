import { describe, expect, test } from 'vitest';
import { aFile, aMail, aPdf, aText } from '#test/shared/mail/a-mail.ts';
import { aZip, type ZipEntry } from '#test/shared/mail/a-zip.ts';
import { hashOf } from './invariants.ts';
import { becomes } from './what-becomes.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const opened = (bytes: Uint8Array, name = 'ceu.zip') => becomes(aMail([aText('here'), aFile(bytes, name)]));
const pdf = (name: string, more: Partial<ZipEntry> = {}): ZipEntry => ({ name, bytes: aPdf, ...more });

describe('a zip', () => {
  test('B118: of three PDFs is three papers, each under the name of the zip', async () => {
    const became = await opened(aZip([pdf('a.pdf'), pdf('b.pdf'), pdf('c.pdf')]));

    expect(became).toMatchObject({ word: 'ACCEPT', files: ['ceu.zip/a.pdf', 'ceu.zip/b.pdf', 'ceu.zip/c.pdf'] });
    expect(became.hashes).toEqual([hashOf(aPdf), hashOf(aPdf), hashOf(aPdf)]);
  });

  test('B126: with two entries of one name is two papers', async () => {
    const became = await opened(aZip([pdf('a.pdf'), pdf('a.pdf', { bytes: Buffer.concat([aPdf, aPdf]) })]));

    expect(became).toMatchObject({ word: 'ACCEPT', files: ['ceu.zip/a.pdf', 'ceu.zip/a.pdf'] });
    expect(new Set(became.hashes).size).toBe(2);
  });

  test('B129: is without what systems leave in it', async () => {
    const became = await opened(aZip([pdf('a.pdf'), pdf('__MACOSX/._a.pdf'), pdf('.DS_Store')]));

    expect(became).toMatchObject({ word: 'ACCEPT', files: ['ceu.zip/a.pdf'] });
  });

  test('B127: with a password is not whole, and its sender is asked', async () => {
    const became = await opened(aZip([pdf('secret.pdf', { isEncrypted: true })]));

    expect(became).toMatchObject({ word: 'REVIEW', codes: ['encrypted-file'] });
  });

  const zeros = (bytes: number) => Buffer.alloc(bytes);
  const nested = (depth: number): Buffer =>
    Array.from({ length: depth }).reduce<Buffer>(
      (inner) => aZip([pdf('inner.zip', { bytes: inner })]),
      aZip([pdf('a.pdf')]),
    );
  test.each<[string, () => Buffer]>([
    [
      'B119: that grows two hundred times and more when unpacked',
      () => aZip([{ name: 'zeros.pdf', bytes: zeros(40_000_000) }]),
    ],
    [
      'B120: that lies about the size of its file',
      () => aZip([{ name: 'lie.pdf', bytes: zeros(20_000_000), claimedBytes: 10 }]),
    ],
    [
      'B121: whose 2000 entries are one and the same',
      () => repeated(aZip([{ name: 'a.pdf', bytes: zeros(900_000) }]), 2000),
    ],
    ['B122: in a zip in a zip, five deep', () => nested(5)],
    ['B123: that leads out of its folder', () => aZip([pdf('../../tmp/evil.pdf')])],
    ['B124: that holds a link', () => aZip([{ name: 'link.pdf', bytes: latin('/etc/passwd'), mode: 0o120777 }])],
    ['B125: of 65 000 entries', () => repeated(aZip([pdf('a.pdf')]), 65_000)],
  ])('%s is for security only, and nothing of it is listed', async (_title, make) => {
    const became = await opened(make());

    expect(became).toMatchObject({ word: 'QUARANTINE', codes: ['unsafe-file'] });
    expect(became.types).toEqual(['application/zip']);
  });
});

test.each([
  ['rar', latin('Rar!\x1a\x07\x01\0\x33\x92\xb5\xe5\x0a\x01\x05\x06\0')],
  ['7z', latin("7z\xbc\xaf'\x1c\0\x04")],
  ['tar.gz', latin('\x1f\x8b\x08\0\0\0\0\0\0\x03')],
])('B128: an archive of another kind (%s) is kept, and its sender asked for a PDF', async (ending, bytes) => {
  const became = await opened(Buffer.concat([bytes, Buffer.alloc(600)]), `ceu.${ending}`);

  expect(became).toMatchObject({ word: 'REVIEW', codes: ['unsupported-file'] });
});

/** The directory entry of the only file, again and again. */
function repeated(zip: Buffer, times: number): Buffer {
  const end = Buffer.from(zip.subarray(-22));
  const start = end.readUInt32LE(16);
  const entry = zip.subarray(start, zip.length - 22);
  end.writeUInt16LE(times, 8);
  end.writeUInt16LE(times, 10);
  end.writeUInt32LE(entry.length * times, 12);
  return Buffer.concat([zip.subarray(0, start), ...Array.from({ length: times }, () => entry), end]);
}
