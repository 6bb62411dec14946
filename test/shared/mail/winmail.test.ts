import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openMail } from '#shared/mail/open-mail.ts';
import { readTnef } from '#shared/mail/tnef-files.ts';
import { aFile, aMail, aPdf, aText } from './a-mail.ts';
import { attribute, aWinmail, u32, variable } from './a-winmail.ts';

async function listOf(winmail: Buffer) {
  const opened = await openMail(aMail([aText('hello'), aFile(winmail, 'winmail.dat', 'application/ms-tnef')]));
  if (opened.outcome !== 'opened') return [];
  return opened.files.map((file) => [
    file.attachment,
    file.refused?.code ?? (file.isDecoration ? 'companion' : 'file'),
  ]);
}

const twoFiles = aWinmail([
  { title: 'CEREPO~1.PDF', longName: 'CE report 2026 – Renée.pdf', bytes: aPdf },
  { title: 'cert.pdf', bytes: Buffer.concat([aPdf, aPdf]) },
]);

test('the files in a winmail.dat come out with their long names', async () => {
  const files = await listOf(twoFiles);

  expect(files).toEqual([
    ['winmail.dat/CE report 2026 – Renée.pdf', 'file'],
    ['winmail.dat/cert.pdf', 'file'],
  ]);
  expect(readTnef(twoFiles).files.map((file) => Buffer.from(file.bytes))).toEqual([aPdf, Buffer.concat([aPdf, aPdf])]);
});

test('a message embedded in it is opened as well', async () => {
  const files = await listOf(aWinmail([{ title: 'fwd', embedded: aWinmail([{ title: 'cert.pdf', bytes: aPdf }]) }]));

  expect(files).toEqual([['winmail.dat/fwd/cert.pdf', 'file']]);
});

test('B052: one without files is only the look of the letter', async () => {
  expect(await listOf(aWinmail([]))).toEqual([['winmail.dat', 'companion']]);
});

test('B048: a Word file that Outlook embedded as an object comes out beside the others, all by their long names', async () => {
  const word = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600, 2)]);
  const winmail = aWinmail([
    { title: 'NOTES~1.DOC', longName: 'Notes of my year.doc', embedded: word },
    { title: 'CERT~1.PDF', longName: 'Certificate one.pdf', bytes: aPdf },
    { title: 'CERT~2.PDF', longName: 'Certificate two.pdf', bytes: aPdf },
  ]);

  const names = ['Notes of my year.doc', 'Certificate one.pdf', 'Certificate two.pdf'];
  expect((await listOf(winmail)).map(([name]) => name)).toEqual(names.map((name) => `winmail.dat/${name}`));
  expect(Buffer.from(readTnef(winmail).files[0]?.bytes ?? [])).toEqual(word);
});

test('B049: garbage behind the last file hides none of them; a person is shown the container too', async () => {
  const files = await listOf(Buffer.concat([twoFiles, Buffer.alloc(5000, 0xa5)]));

  expect(files).toContainEqual(['winmail.dat/cert.pdf', 'file']);
  expect(files).toContainEqual(['winmail.dat', 'unsupported-file']);
});

test('B051: a list that claims four billion properties ends where its bytes end', async () => {
  const claims = attribute(2, 0x00069005, Buffer.concat([u32(0xffffffff), variable(0x1f, 0x3707, Buffer.from('x'))]));
  const winmail = Buffer.concat([aWinmail([{ title: 'cert.pdf', bytes: aPdf }]), claims]);

  expect(await listOf(winmail)).toContainEqual(['winmail.dat', 'unsupported-file']);
});

test('B053: one of any name and type is known by its first bytes', async () => {
  const opened = await openMail(aMail([aText('hello'), aFile(twoFiles, 'Part 1.2')]));

  expect(opened.outcome === 'opened' && opened.files.map(({ attachment }) => attachment)).toEqual([
    'Part 1.2/CE report 2026 – Renée.pdf',
    'Part 1.2/cert.pdf',
  ]);
});

test('B050: one that is cut or damaged is shown as it is, beside what could be read', async () => {
  const damaged = Buffer.from(twoFiles);
  damaged.writeUInt8(0x55, damaged.indexOf('%PDF') + 9);

  expect(await listOf(twoFiles.subarray(0, -40))).toContainEqual(['winmail.dat', 'unsupported-file']);
  expect(await listOf(damaged)).toContainEqual(['winmail.dat', 'unsupported-file']);
});

test('any bytes behind the signature are read without fault, and nothing is whole by chance', () => {
  const change = fc.tuple(fc.nat(twoFiles.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.nat(twoFiles.length), (changes, length) => {
      const bytes = Buffer.from(twoFiles);
      for (const [at, value] of changes) bytes.writeUInt8(value, at);

      const result = readTnef(bytes.subarray(0, length));

      expect(result.files.every((file) => file.bytes.length <= length)).toBe(true);
    }),
    { numRuns: 3000, seed: 20261220 },
  );
});
