import { PDFDocument } from '@cantoo/pdf-lib';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openMail } from '#shared/mail/open-mail.ts';
import { readPdfFiles } from '#shared/mail/pdf-files.ts';
import { aSheet, bytesOf, writeParagraph } from '#test/builders/a-pdf.ts';
import { aFile, aMail, aPdf, aText } from './a-mail.ts';

async function aPortfolio(
  files: readonly [name: string, bytes: Uint8Array][],
  useObjectStreams = true,
): Promise<Buffer> {
  const sheet = await aSheet();
  writeParagraph(sheet);
  for (const [name, bytes] of files) await sheet.document.attach(bytes, name);
  return Buffer.from(await sheet.document.save({ useObjectStreams }));
}

async function listOf(pdf: Uint8Array) {
  const opened = await openMail(aMail([aText('hello'), aFile(pdf, 'papers.pdf')]));
  if (opened.outcome !== 'opened') throw new Error(opened.reason.text);
  return opened.files.map((file) => [file.attachment, file.refused?.code ?? (file.isDecoration ? 'listed' : 'file')]);
}

describe('a PDF that carries others', () => {
  test.each([true, false])(
    'B095: gives each of them to be read, and stays a paper (objects packed: %s)',
    async (packed) => {
      const certificate = new Uint8Array(await bytesOf(await aSheet()));
      const pdf = await aPortfolio(
        [
          ['certificate.pdf', certificate],
          ['Formación (2).pdf', aPdf],
        ],
        packed,
      );

      expect(await listOf(pdf)).toEqual([
        ['papers.pdf', 'file'],
        ['papers.pdf/certificate.pdf', 'file'],
        ['papers.pdf/Formación (2).pdf', 'file'],
      ]);
      expect(readPdfFiles(pdf).map(({ bytes }) => bytes && Buffer.from(bytes))).toEqual([
        Buffer.from(certificate),
        aPdf,
      ]);
    },
  );

  test('B095: lists what is no paper beside it, and never asks its sender for that', async () => {
    const pdf = await aPortfolio([['invoice.xml', strToU8('<?xml version="1.0"?><x/>')]]);

    expect(await listOf(pdf)).toEqual([
      ['papers.pdf', 'file'],
      ['papers.pdf/invoice.xml', 'listed'],
    ]);
  });

  test('names a program as what it is', async () => {
    expect(await listOf(await aPortfolio([['a.exe', strToU8('MZ')]]))).toContainEqual([
      'papers.pdf/a.exe',
      'unsafe-file',
    ]);
  });

  test('that carries one that carries one is opened two deep', async () => {
    const first = await aPortfolio([['a.pdf', aPdf]]);
    const second = await aPortfolio([['b.pdf', first]]);
    const third = await aPortfolio([['c.pdf', second]]);

    expect(await listOf(third)).toEqual([
      ['papers.pdf', 'file'],
      ['papers.pdf/c.pdf', 'file'],
      ['papers.pdf/c.pdf/b.pdf', 'file'],
      ['papers.pdf/c.pdf/b.pdf/a.pdf', 'needs-human-decision'],
    ]);
  });

  test('is bounded: one that unfolds to 60 MB is named and not taken out', async () => {
    const pdf = await aPortfolio([['zero.pdf', new Uint8Array(60_000_000)]]);

    expect(pdf.length).toBeLessThan(1_000_000);
    expect(await listOf(pdf)).toEqual([
      ['papers.pdf', 'file'],
      ['papers.pdf/zero.pdf', 'needs-human-decision'],
    ]);
  });

  test('whose names are spelled in numbers hides nothing', async () => {
    const plain = (await aPortfolio([['a.pdf', aPdf]], false)).toString('latin1');
    const spelled = plain.replaceAll('/EF', '/E#46').replaceAll('/EmbeddedFile', '/#45mbeddedFile');

    expect(spelled).not.toBe(plain);
    expect(readPdfFiles(Buffer.from(spelled, 'latin1'))).toHaveLength(1);
  });

  test('a PDF without any has none', async () => {
    const document = await PDFDocument.create();
    document.addPage();

    expect(readPdfFiles(await document.save())).toEqual([]);
    expect(readPdfFiles(aPdf)).toEqual([]);
  });
});
