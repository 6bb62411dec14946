import { readFileSync } from 'node:fs';
import { strToU8 } from 'fflate';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { readPictures } from '#functions/read-text/read-pictures.ts';
import { makeContainedDocumentReader } from '#shared/adapters/local/contained-document-reader.ts';
import { makeTesseractTextReader } from '#shared/adapters/local/tesseract-text-reader.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import { aSheet, bytesOf, writeParagraph } from '#test/builders/a-pdf.ts';
import { aBlankPicture, aScannedForm } from '#test/builders/a-picture.ts';
import { aWordFile, paragraph, pastedPicture, run, wordType } from '#test/builders/a-word-file.ts';

const documentReader = makeContainedDocumentReader({ size: 1 });
const textReader = makeTesseractTextReader({ size: 1 });
afterAll(() => Promise.all([documentReader.close(), textReader.close()]));

const textOf = (page: PageReading | undefined) => page?.words.map(({ text }) => text).join(' ') ?? '';
const form = await aScannedForm(110);

async function pagesOf(bytes: Uint8Array, mediaType: string): Promise<PageReading[]> {
  const opened = await documentReader.read({ bytes, mediaType });
  if (opened.outcome === 'refused') throw new Error(opened.reason.text);
  const { pages } = await readPictures({ documentReader, textReader }, { bytes, mediaType }, opened.reading);
  return pages;
}

describe('pages are read as they come', () => {
  it.each([
    ['B077: a HEIC photo of a phone', 'image/heic', async () => readFileSync('test/fixtures/pictures/form.heic')],
    ['WebP', 'image/webp', async () => sharp(form).webp().toBuffer()],
    ['AVIF', 'image/avif', async () => sharp(form).avif({ effort: 0 }).toBuffer()],
    ['GIF', 'image/gif', async () => sharp(form).gif().toBuffer()],
  ])('%s', async (_name, mediaType, picture) => {
    const [page] = await pagesOf(new Uint8Array(await picture()), mediaType);
    expect(page?.medium).toBe('ocr');
    expect(textOf(page)).toContain('Name of specialist: Dana Fontenot');
  });

  it.each(['lzw', 'deflate', 'jpeg', 'ccittfax4'] as const)(
    'the second page of a TIFF packed by %s',
    async (compression) => {
      const packing = compression === 'ccittfax4' ? ({ compression, bitdepth: 1 } as const) : { compression };
      const grey = await Promise.all(
        [await aBlankPicture(935, 1210), form].map((page) => sharp(page).greyscale().png().toBuffer()),
      );
      const tiff = sharp(grey, { join: { animated: true } })
        .toColourspace('b-w')
        .tiff(packing);
      const [first, second] = await pagesOf(new Uint8Array(await tiff.toBuffer()), 'image/tiff');
      expect(first).toMatchObject({ medium: 'unread', unreadCause: 'blank' });
      expect(textOf(second)).toContain('Dana Fontenot');
    },
  );

  it('the photo of a certificate pasted into a Word file is a page of its own behind the text', async () => {
    const photo = new Uint8Array(await sharp(form).jpeg().toBuffer());
    const text = 'Please find my certificate on the next page, I took a photo of it on the day of the training. ';
    const file = pastedPicture(paragraph(run(text)), photo, 'photo.jpeg', 6.5, 8.4);
    const [words, pasted, ...more] = await pagesOf(file, wordType);
    expect(words?.medium).toBe('text-layer');
    expect(pasted).toMatchObject({ number: 2, medium: 'ocr' });
    expect(textOf(pasted)).toContain('Dana Fontenot');
    expect(more).toEqual([]);
  });

  it('a Word file that is nothing but a photo is that photo', async () => {
    const photo = new Uint8Array(await sharp(form).jpeg().toBuffer());
    const pages = await pagesOf(pastedPicture('', photo, 'photo.jpeg', 6.5, 8.4), wordType);
    expect(pages.map(({ number, medium }) => [number, medium])).toEqual([[1, 'ocr']]);
  });

  it('a letterhead in a Word file is no page, however many pixels it has', async () => {
    const text = 'We hereby confirm that Dana Fontenot took part in the training and was there for all of it. ';
    const file = pastedPicture(paragraph(run(text)), form, 'logo.png', 2, 1);
    expect((await pagesOf(file, wordType)).map(({ medium }) => medium)).toEqual(['text-layer']);
  });

  it('a drawing of a kind that nobody opens is a page that says so', async () => {
    const [page] = await pagesOf(pastedPicture('', strToU8('x'.repeat(200_000)), 'a.emf', 6.5, 8.4), wordType);
    expect(page).toMatchObject({ medium: 'unread', unreadCause: 'damaged' });
    expect(page?.unreadBecause).toContain('send it by itself');
  });

  it('in one PDF a page of text is read from its text, a scanned page from its picture', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    const page = sheet.document.addPage([612, 792]);
    page.drawImage(await sheet.document.embedPng(form), { x: 0, y: 0, width: 612, height: 792 });
    const [text, scan] = await pagesOf(await bytesOf(sheet), 'application/pdf');
    expect(text?.medium).toBe('text-layer');
    expect(scan?.medium).toBe('ocr');
    expect(textOf(scan)).toContain('Dana Fontenot');
  });

  it('B114: a picture that is cut off says that it is damaged, and what to do', async () => {
    const whole = readFileSync('test/fixtures/pictures/form.heic');
    const [page] = await pagesOf(new Uint8Array(whole.subarray(0, 6_000)), 'image/heic');
    expect(page).toMatchObject({ medium: 'unread', unreadCause: 'damaged' });
    expect(page?.unreadBecause).toContain('JPEG or PDF');
  });

  it('a Word file is left alone when there is no picture in it', async () => {
    const pages = await pagesOf(aWordFile(paragraph(run('Dana Fontenot'))), wordType);
    expect(pages.map(({ medium }) => medium)).toEqual(['text-layer']);
  });
});
