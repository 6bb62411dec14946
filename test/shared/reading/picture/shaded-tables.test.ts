import { rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawPage } from '#shared/reading/draw-page.ts';
import { decodePicture } from '#shared/reading/picture/decode-picture.ts';
import { findRulings } from '#shared/reading/picture/find-rulings.ts';
import { maskInk } from '#shared/reading/picture/ink-mask.ts';
import { preparePage } from '#shared/reading/picture/prepare-page.ts';
import { aSheet, bytesOf } from '#test/builders/a-pdf.ts';

/** A table of four rows, 30 points each, its heading on `ground`; scanned at 150 dots an inch, as a poor JPEG. */
async function aTable(ground: number): Promise<Uint8Array> {
  const sheet = await aSheet();
  const { page, font } = sheet;
  page.drawRectangle({ x: 72, y: 570, width: 450, height: 30, color: rgb(ground, ground, ground) });
  for (let row = 0; row < 4; row++) {
    for (const [column, text] of ['Date', 'Training', 'Hours'].entries()) {
      const color = row === 0 && ground < 0.5 ? rgb(1, 1, 1) : rgb(0, 0, 0);
      page.drawText(text, { x: 80 + column * 150, y: 580 - row * 30, size: 11, font, color });
    }
  }
  const line = (x1: number, y1: number, x2: number, y2: number) =>
    page.drawLine({ start: { x: x1, y: y1 }, end: { x: x2, y: y2 }, thickness: 0.75, color: rgb(0, 0, 0) });
  for (let row = 0; row <= 4; row++) line(72, 600 - row * 30, 522, 600 - row * 30);
  for (let column = 0; column <= 3; column++) line(72 + column * 150, 600, 72 + column * 150, 480);
  const drawn = await drawPage({ bytes: await bytesOf(sheet), mediaType: 'application/pdf' }, 1, 150);
  return new Uint8Array(
    await sharp(drawn ?? new Uint8Array())
      .blur(0.6)
      .jpeg({ quality: 45 })
      .toBuffer(),
  );
}

test.each([
  ['white', 1],
  ['grey', 0.72],
  ['nearly black', 0.15],
])('a heading on %s ground keeps the lines above and below it', async (_ground, luminance) => {
  const decoded = await decodePicture(await aTable(luminance));
  if (decoded === null) throw new Error('not decoded');
  const page = preparePage(decoded);
  const long = findRulings(maskInk(page, 200)).filter(({ left, right }) => right - left > page.width * 0.6);
  const heights = long.map(({ top, bottom }) => Math.round(792 - ((top + bottom) / 2 / page.height) * 792));
  for (const expected of [600, 570, 540, 510, 480]) {
    expect(heights.some((height) => Math.abs(height - expected) <= 2)).toBe(true);
  }
});

test.each([
  ['black', 0.1],
  ['grey', 0.4],
])('a large box that was filled with a %s pen is not turned into an empty one', async (_pen, luminance) => {
  const sheet = await aSheet();
  const [black, pen] = [rgb(0, 0, 0), rgb(luminance, luminance, luminance)];
  sheet.page.drawRectangle({ x: 300, y: 500, width: 26, height: 26, borderColor: black, borderWidth: 1, color: pen });
  sheet.page.drawText('I attest that this report is true.', { x: 334, y: 508, size: 12, font: sheet.font });
  const decoded = await decodePicture(
    (await drawPage({ bytes: await bytesOf(sheet), mediaType: 'application/pdf' }, 1, 200)) ?? new Uint8Array(),
  );
  if (decoded === null) throw new Error('not decoded');
  const page = preparePage(decoded);
  const [x, y] = [Math.round((313 / 612) * page.width), Math.round(((792 - 513) / 792) * page.height)];
  expect(page.data[y * page.width + x]).toBeLessThan(160);
});
