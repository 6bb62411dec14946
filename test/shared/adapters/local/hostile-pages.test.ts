import { readFileSync } from 'node:fs';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { readPictures } from '#functions/read-text/read-pictures.ts';
import { makeContainedDocumentReader } from '#shared/adapters/local/contained-document-reader.ts';
import { makeTesseractTextReader } from '#shared/adapters/local/tesseract-text-reader.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import { aBlankPicture, aNoisyPicture, aScannedForm } from '#test/builders/a-picture.ts';

const documentReader = makeContainedDocumentReader({ size: 1, deadlineMs: 60_000 });
const textReader = makeTesseractTextReader({ size: 1 });
afterAll(() => Promise.all([documentReader.close(), textReader.close()]));

type Outcome = { refused: string } | { pages: PageReading[] };

async function outcomeOf(bytes: Uint8Array, mediaType: string): Promise<Outcome> {
  const opened = await documentReader.read({ bytes, mediaType });
  if (opened.outcome === 'refused') return { refused: opened.reason.code };
  const { pages } = await readPictures({ documentReader, textReader }, { bytes, mediaType }, opened.reading);
  return { pages };
}

const bytesOf = (buffer: Buffer) => new Uint8Array(buffer);

/** 40,000 by 40,000 dots of one bit, all white: a kilobyte or two when packed. */
async function aSheetWithoutEnd(): Promise<Uint8Array> {
  const bytes = await aBlankPicture(8, 8);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(16, 40_000);
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(20, 40_000);
  return bytes;
}

async function aTiffOf(pages: number): Promise<Uint8Array> {
  const page = await sharp(await aBlankPicture(60, 80))
    .greyscale()
    .png()
    .toBuffer();
  const joined = sharp(
    Array.from({ length: pages }, () => page),
    { join: { animated: true } },
  );
  return bytesOf(await joined.toColourspace('b-w').tiff({ compression: 'lzw' }).toBuffer());
}

async function aPageOfWords(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([1700, 2200]);
  for (let line = 0; line < count / 80; line++) {
    page.drawText('Dana took part '.repeat(80 / 3).trim(), { x: 20, y: 2180 - line * 8.5, size: 7, font });
  }
  return document.save();
}

const cut = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length * 0.4));

describe('a page that asks too much has its answer, and the next page is read', () => {
  it.each([
    ['noise', 'image/png', () => aNoisyPicture(), 'noise no-words too-dark'],
    ['nothing at all', 'image/png', () => aBlankPicture(), 'blank'],
    ['a photo of 10,000 by 10,000 pixels', 'image/png', () => aBlankPicture(10_000, 10_000), 'blank'],
    [
      'B114: half a JPEG',
      'image/jpeg',
      async () =>
        cut(
          bytesOf(
            await sharp(await aScannedForm())
              .jpeg()
              .toBuffer(),
          ),
        ),
      'damaged',
    ],
    ['half a PNG', 'image/png', async () => cut(await aScannedForm()), 'damaged'],
    [
      'half a HEIC',
      'image/heic',
      async () => cut(bytesOf(readFileSync('test/fixtures/pictures/form.heic'))),
      'damaged',
    ],
    [
      'an empty GIF',
      'image/gif',
      async () =>
        bytesOf(
          await sharp(await aBlankPicture(900, 900))
            .gif()
            .toBuffer(),
        ),
      'blank',
    ],
  ])('%s', async (_name, mediaType, picture, causes) => {
    const outcome = await outcomeOf(await picture(), mediaType);
    const [page] = 'pages' in outcome ? outcome.pages : [];
    expect(page?.medium).toBe('unread');
    expect(causes.split(' ')).toContain(page?.unreadCause);
    expect(page?.unreadBecause).toMatch(/\w/);
  });

  it.each([
    ['B110: one of 40,000 by 40,000 dots', 'image/png', aSheetWithoutEnd],
    ['B088: a fax of 500 pages', 'image/tiff', () => aTiffOf(500)],
  ])('%s is refused unopened', async (_name, mediaType, picture) => {
    expect(await outcomeOf(await picture(), mediaType)).toEqual({ refused: 'too-large' });
  });

  it('20,000 words of a text layer are all read', async () => {
    const outcome = await outcomeOf(await aPageOfWords(20_000), 'application/pdf');
    const words = 'pages' in outcome ? (outcome.pages[0]?.words.length ?? 0) : 0;
    expect(words).toBeGreaterThan(19_000);
  });

  it('the next page is read as ever', async () => {
    const outcome = await outcomeOf(await aScannedForm(), 'image/png');
    const [page] = 'pages' in outcome ? outcome.pages : [];
    expect(page?.words.map(({ text }) => text).join(' ')).toContain('Dana Fontenot');
  });
});
