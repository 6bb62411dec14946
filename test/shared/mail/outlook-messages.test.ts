import { describe, expect, test } from 'vitest';
import { isSoundCompound } from '#shared/mail/compound-file.ts';
import { readMsg } from '#shared/mail/msg-files.ts';
import { openMail } from '#shared/mail/open-mail.ts';
import { anOutlookMessage, type OutlookFile } from '#test/builders/an-outlook-message.ts';
import { aFile, aMail, aPdf, aText } from './a-mail.ts';
import { aZip } from './a-zip.ts';

const large = Buffer.concat([aPdf, Buffer.alloc(20_000, 0x20), Buffer.from('%%EOF')]);
const two: OutlookFile[] = [
  { name: 'CE report – Renée.pdf', bytes: aPdf },
  { name: 'certificate.pdf', bytes: large },
];

async function listOf(message: Uint8Array) {
  const opened = await openMail(aMail([aText('hello'), aFile(message, 'Fwd papers.msg')]));
  if (opened.outcome !== 'opened') throw new Error(opened.reason.text);
  return opened.files.map((file) => [
    file.attachment,
    file.refused?.code ?? (file.isDecoration ? 'companion' : 'file'),
  ]);
}

const nested = (depth: number): OutlookFile[] =>
  depth === 0 ? [{ name: 'deep.pdf', bytes: aPdf }] : [{ name: `m${depth}`, message: nested(depth - 1) }];

describe('an Outlook message (.msg)', () => {
  test('B054: gives its attachments under its own name, byte for byte', async () => {
    expect(await listOf(anOutlookMessage(two))).toEqual([
      ['Fwd papers.msg/CE report – Renée.pdf', 'file'],
      ['Fwd papers.msg/certificate.pdf', 'file'],
    ]);
    expect((await readMsg(anOutlookMessage(two)))?.files.map(({ bytes }) => Buffer.from(bytes))).toEqual([aPdf, large]);
  });

  test('with another one inside, and a zip in that, is opened to the ground', async () => {
    const zip = aZip([{ name: 'a.pdf', bytes: aPdf }]);
    const message = anOutlookMessage([{ name: 'RE: hours', message: [{ name: 'papers.zip', bytes: zip }] }]);

    expect(await listOf(message)).toEqual([['Fwd papers.msg/RE: hours.msg/papers.zip/a.pdf', 'file']]);
  });

  test('that is deeper than ten others is kept whole, and never opened', async () => {
    const files = await listOf(anOutlookMessage(nested(12)));

    expect(files.map(([, what]) => what)).toEqual(['unsafe-file']);
  });

  test('without attachments is a letter: where it is all that was sent, a person reads it', async () => {
    const letter = anOutlookMessage([]);
    const opened = await openMail(aMail([aText('hello'), aFile(letter, 'old.msg'), aFile(aPdf, 'form.pdf')]));

    expect(await listOf(letter)).toEqual([['Fwd papers.msg', 'needs-human-decision']]);
    expect(opened.outcome === 'opened' && opened.files.map(({ isDecoration }) => isDecoration)).toEqual([true, false]);
  });

  test('B054: that is cut or is none is kept whole, and a person looks', async () => {
    const message = anOutlookMessage(two);

    expect(await listOf(message.subarray(0, message.length - 2000))).toContainEqual([
      'Fwd papers.msg',
      'unsupported-file',
    ]);
    expect(await listOf(message.subarray(0, 2000))).toEqual([['Fwd papers.msg', 'unsupported-file']]);
  });

  test('whose chains go round in a circle never reaches the library that follows them', async () => {
    const message = anOutlookMessage(two);
    expect(isSoundCompound(message)).toBe(true);

    // the sector table names, for each sector, the next one: each in turn points to itself
    const table = (message.readInt32LE(0x4c) + 1) * 512;
    const sectors = Math.floor(message.length / 512) - 1;
    const used = Array.from({ length: sectors }, (_, at) => at).filter(
      (at) => message.readInt32LE(table + at * 4) !== -3,
    );
    for (const sector of used) {
      const circular = Buffer.from(message);
      circular.writeInt32LE(sector, table + sector * 4);
      const read = await readMsg(circular);
      expect(read === null || read.files.length <= 2).toBe(true);
    }
  });
});
