import { rgb } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { drawPage } from '#shared/reading/draw-page.ts';
import { aSheet, bytesOf } from './a-pdf.ts';

/** What a page of `aScannedForm` says, line by line. */
export const formLines = [
  'Continuing education report for the year 2026',
  'Name of specialist: Dana Fontenot',
  'Walking the Line: Ethics and Boundaries',
  'Live Oak Wellness Institute 06/26/2026',
  'I affirm that all entries on this page are complete.',
];

/** A letter page with print, a ruled box, one empty and one ticked box and a pen stroke, as a PNG of a scanner. */
export async function aScannedForm(dotsPerInch = 200): Promise<Uint8Array> {
  const sheet = await aSheet();
  const { page, font } = sheet;
  const black = rgb(0, 0, 0);
  for (const [at, text] of formLines.entries()) page.drawText(text, { x: 90, y: 680 - at * 40, size: 14, font });
  page.drawLine({ start: { x: 72, y: 700 }, end: { x: 540, y: 700 }, thickness: 1, color: black });
  page.drawLine({ start: { x: 72, y: 300 }, end: { x: 540, y: 300 }, thickness: 1, color: black });
  page.drawLine({ start: { x: 72, y: 300 }, end: { x: 72, y: 700 }, thickness: 1, color: black });
  for (const x of [90, 200]) {
    page.drawRectangle({ x, y: 460, width: 12, height: 12, borderWidth: 1, borderColor: black });
  }
  page.drawLine({ start: { x: 202, y: 462 }, end: { x: 210, y: 470 }, thickness: 1.5, color: black });
  page.drawLine({ start: { x: 202, y: 470 }, end: { x: 210, y: 462 }, thickness: 1.5, color: black });
  page.drawSvgPath('M 0 0 C 10 -30 20 30 30 0 C 40 -30 50 30 60 0 C 70 -30 80 25 90 0', {
    ...{ x: 120, y: 350, borderWidth: 1.5, borderColor: black },
  });
  const drawn = await drawPage({ bytes: await bytesOf(sheet), mediaType: 'application/pdf' }, 1, dotsPerInch);
  if (drawn === null) throw new Error('the page could not be drawn');
  return drawn;
}

/** The form as a fax: one bit a pixel, half as many dots down as across. */
export async function aFax(): Promise<Uint8Array> {
  const form = sharp(await aScannedForm()).resize(1728, 1078, { fit: 'fill' });
  return new Uint8Array(
    await form
      .greyscale()
      .threshold(150)
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: 98 / 25.4 })
      .toBuffer(),
  );
}

/** The form on a dark desk, seen a little from the side, in uneven light. */
export async function aPhoto(): Promise<Uint8Array> {
  const lying = await sharp(await aScannedForm())
    .ensureAlpha()
    .affine([1, 0.04, -0.03, 1], { background: '#00000000' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = lying.info;
  const desk = sharp({ create: { width: width + 300, height: height + 300, channels: 3, background: '#5b4636' } });
  const onDesk = await desk
    .composite([{ input: lying.data, left: 150, top: 150 }])
    .png()
    .toBuffer();
  const light = `<svg width="${width + 300}" height="${height + 300}"><defs><linearGradient id="l" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#888"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#l)"/></svg>`;
  return new Uint8Array(
    await sharp(onDesk)
      .composite([{ input: Buffer.from(light), blend: 'multiply' }])
      .jpeg({ quality: 85 })
      .toBuffer(),
  );
}

export async function aBlankPicture(width = 1700, height = 2200): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer(),
  );
}

/** Specks all over, the same ones each time. */
export async function aNoisyPicture(width = 1000, height = 1300): Promise<Uint8Array> {
  const data = new Uint8Array(width * height);
  let state = 1;
  for (let at = 0; at < data.length; at++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    data[at] = state >>> 24;
  }
  return new Uint8Array(
    await sharp(data, { raw: { width, height, channels: 1 } })
      .png()
      .toBuffer(),
  );
}
