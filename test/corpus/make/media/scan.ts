import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import type { Chance } from '../chance.ts';
import { imageOf, rasterOf, skewed, worn } from './raster.ts';

/** A page on the glass of a copier. */
export type ScanWear = {
  dotsPerInch: number;
  degrees: number;
  noise: number;
  blur: number;
  quality: number;
  shade: number;
};

export const cleanScan = (chance: Chance, dotsPerInch: number): ScanWear => ({
  ...{ dotsPerInch, degrees: chance.spread() * 0.5, noise: chance.between(4, 14), blur: chance.between(0.4, 0.7) },
  ...{ quality: chance.whole(60, 82), shade: chance.between(0, 0.05) },
});

export const poorScan = (chance: Chance): ScanWear => ({
  ...{
    dotsPerInch: 150,
    degrees: chance.spread() * 1.3,
    noise: chance.between(22, 46),
    blur: chance.between(0.4, 0.65),
  },
  ...{ quality: chance.whole(28, 42), shade: chance.between(0.05, 0.22) },
});

export async function scanned(png: Buffer, chance: Chance, wear: ScanWear): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const share = wear.dotsPerInch / 300;
  const size = [Math.round(width * share), Math.round(height * share)] as const;
  const turned = await skewed(png, wear.degrees, ...size, '#dadada');
  const channels = chance.is(0.35) ? 3 : 1;
  const flat = await rasterOf(turned.blur(wear.blur), channels);
  const isDarkerLeft = chance.is(0.5);
  const light = (x: number, y: number) => 0.985 - wear.shade * (isDarkerLeft ? (1 - x) ** 2 : x * y);
  return imageOf(worn(flat, chance.dice, wear.noise, light))
    .jpeg({ quality: wear.quality })
    .toBuffer();
}

/** What the copier sends: a PDF that holds nothing but pictures. */
export async function picturesAsPdf(jpegs: readonly Buffer[], dotsPerInch: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  for (const bytes of jpegs) {
    const jpeg = await pdf.embedJpg(bytes);
    const [width, height] = [(jpeg.width / dotsPerInch) * 72, (jpeg.height / dotsPerInch) * 72];
    pdf.addPage([width, height]).drawImage(jpeg, { x: 0, y: 0, width, height });
  }
  const date = new Date('2026-11-02T15:00:00Z');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  return pdf.save();
}
