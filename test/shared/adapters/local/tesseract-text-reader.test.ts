import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTesseractTextReader } from '#shared/adapters/local/tesseract-text-reader.ts';
import type { Box, PageReading } from '#shared/domain/reading.ts';
import type { PagePicture } from '#shared/ports/text-reader.ts';
import { drawPage } from '#shared/reading/draw-page.ts';
import { aSheet, bytesOf as bytesOfSheet } from '#test/builders/a-pdf.ts';
import { aBlankPicture, aFax, aNoisyPicture, aPhoto, aScannedForm, formLines } from '#test/builders/a-picture.ts';
import { expectSoundPage, textReaderContract } from '#test/contracts/text-reader.contract.ts';

const reader = makeTesseractTextReader({ size: 1 });
afterAll(() => reader.close());

const textOf = (page: PageReading) => page.words.map(({ text }) => text).join(' ');
const bytesOf = async (picture: Sharp) => new Uint8Array(await picture.toBuffer());

/** The page as it is shown is as large as the one that was read, and has print wherever a word was read, none beside. */
async function expectInkUnderWords(page: PageReading, picture: PagePicture): Promise<void> {
  const sheet = await reader.showPage({ ...picture, turned: page.turned ?? 0 });
  const { data, info } = await sharp(sheet ?? new Uint8Array())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  expect({ width, height }).toEqual({ width: page.width, height: page.height });
  const darkest = ([left, top, across, down]: Box) => {
    let least = 255;
    for (let y = Math.round(top * height); y < (top + down) * height; y++) {
      for (let x = Math.round(left * width); x < (left + across) * width; x++) {
        least = Math.min(least, data[y * width + x] ?? 255);
      }
    }
    return least;
  };
  expect(page.words.length).toBeGreaterThan(20);
  for (const { box } of page.words) expect(darkest(box)).toBeLessThan(128);
  const ends = page.words.filter(({ text }) => ['2026', 'Fontenot', 'Boundaries'].includes(text));
  for (const {
    box: [left, top, across, down],
  } of ends)
    expect(darkest([left + across, top, 8 / width, down])).toBeGreaterThan(160);
}

describe('the embedded text reader', () => {
  textReaderContract(async () => ({
    reader,
    page: { bytes: await aScannedForm(), mediaType: 'image/png' },
    unreadable: { bytes: new TextEncoder().encode('no picture'), mediaType: 'image/png' },
  }));

  it.each([
    ['scan', aScannedForm, 'image/png'],
    ['fax', aFax, 'image/tiff'],
    ['photo', aPhoto, 'image/jpeg'],
  ] as const)('reads a %s word by word, with its marks', async (_medium, picture, mediaType) => {
    const page = await reader.readPage({ bytes: await picture(), mediaType });
    expectSoundPage(page);
    for (const line of formLines) expect(textOf(page)).toContain(line);
    expect(page.checkMarks.map(({ checked }) => checked).sort()).toEqual([false, true]);
    expect(page.ink.length).toBeGreaterThan(0);
  });

  it.each([90, 180, 270])('reads a page that was laid in turned by %i degrees', async (degrees) => {
    const turned = await bytesOf(sharp(await aScannedForm()).rotate(degrees));
    const page = await reader.readPage({ bytes: turned, mediaType: 'image/png' });
    expect(textOf(page)).toContain(formLines[1]);
    expect(page.height).toBeGreaterThan(page.width);
    expect(page.turned).toBe((360 - degrees) / 90);
    await expectInkUnderWords(page, { bytes: turned, mediaType: 'image/png' });
  });

  it.each([
    ['photo', aPhoto, 'image/jpeg'],
    ['fax', aFax, 'image/tiff'],
  ] as const)('shows a %s as the sheet that its boxes refer to', async (_medium, picture, mediaType) => {
    const bytes = await picture();
    await expectInkUnderWords(await reader.readPage({ bytes, mediaType }), { bytes, mediaType });
  });

  it('reads and shows the page of a PDF, which it draws itself, as the picture drawn of it', async () => {
    const sheet = await aSheet();
    for (const [at, text] of formLines.entries()) {
      sheet.page.drawText(text, { x: 90, y: 680 - at * 40, size: 14, font: sheet.font });
    }
    const pdf = { bytes: await bytesOfSheet(sheet), mediaType: 'application/pdf' } as const;
    const png = { bytes: (await drawPage(pdf, 1, 200)) ?? new Uint8Array(), mediaType: 'image/png' } as const;
    const page = await reader.readPage(pdf);
    expect(textOf(page)).toContain(formLines[2]);
    expect(page).toEqual(await reader.readPage(png));
    expect(await reader.showPage({ ...pdf, turned: 0 })).toEqual(await reader.showPage({ ...png, turned: 0 }));
    expect(await reader.readPage({ ...pdf, page: 2 })).toMatchObject({ medium: 'unread', unreadCause: 'damaged' });
  });

  it('shows nothing of a page that cannot be opened', async () => {
    expect(await reader.showPage({ bytes: new Uint8Array(9), mediaType: 'image/png', turned: 0 })).toBeNull();
  });

  it('reads the page of a long fax that it was asked for', async () => {
    const [first, second] = [await aBlankPicture(850, 1100), await aScannedForm(100)];
    const fax = await bytesOf(sharp([first, second], { join: { animated: true } }).tiff());
    expect(textOf(await reader.readPage({ bytes: fax, mediaType: 'image/tiff', page: 2 }))).toContain('Dana Fontenot');
  });
});

describe('a page that is not fit to be read is unread, with the reason', () => {
  it.each([
    ['blank', async () => aBlankPicture(), /blank/],
    ['nothing but noise', async () => aNoisyPicture(), /dark|noisy|No words|not clear/],
    ['blurred', async () => bytesOf(sharp(await aScannedForm()).blur(9)), /blurred/],
    [
      'cut off at a side',
      async () => bytesOf(sharp(await aScannedForm()).extract({ left: 0, top: 0, width: 560, height: 2200 })),
      /cut off/,
    ],
    ['too small', async () => bytesOf(sharp(await aScannedForm()).resize(300)), /too small/],
    ['white over 10,000 pixels', async () => aBlankPicture(7000, 10_000), /blank/],
    ['cut short', async () => (await aPhoto()).subarray(0, 30_000), /damaged/],
  ])('%s', async (_kind, picture, because) => {
    const page = await reader.readPage({ bytes: await picture(), mediaType: 'image/png' });
    expectSoundPage(page);
    expect(page).toMatchObject({ medium: 'unread', words: [] });
    expect(page.unreadBecause).toMatch(because);
  });

  it('and so is one that takes too long', async () => {
    const hurried = makeTesseractTextReader({ size: 1, deadlineMs: 1 });
    const page = await hurried.readPage({ bytes: await aBlankPicture(), mediaType: 'image/png' });
    await hurried.close();
    expect(page).toMatchObject({
      medium: 'unread',
      unreadBecause: expect.stringMatching(/could not be opened safely/),
    });
  });
});
