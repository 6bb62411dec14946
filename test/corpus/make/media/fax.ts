import sharp from 'sharp';
import type { Chance } from '../chance.ts';
import { imageOf, rasterOf, skewed, worn } from './raster.ts';

/** A fax: 204 dots an inch across, 196 (fine) or 98 (standard) down, black or white, CCITT group 4. */
const across = 204;

export async function faxed(pngs: readonly Buffer[], chance: Chance, linesPerInch: 196 | 98): Promise<Buffer> {
  const pages: Buffer[] = [];
  for (const png of pngs) pages.push(await faxPage(png, chance, linesPerInch));
  const perMillimetre = { xres: across / 25.4, yres: linesPerInch / 25.4 };
  const options = { compression: 'ccittfax4', bitdepth: 1, ...perMillimetre } as const;
  const [only] = pages;
  if (pages.length === 1 && only) return sharp(only).toColourspace('b-w').tiff(options).toBuffer();
  return sharp(pages, { join: { animated: true } })
    .toColourspace('b-w')
    .tiff(options)
    .toBuffer();
}

/** A fax machine feeds sheets upright: a wide one goes in sideways. */
async function faxPage(png: Buffer, chance: Chance, linesPerInch: number): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(png).metadata();
  const upright =
    width > height
      ? await sharp(png)
          .rotate(chance.pick([90, 270]))
          .toBuffer()
      : png;
  const size = [Math.round(8.5 * across), Math.round(11 * linesPerInch)] as const;
  const turned = await skewed(upright, chance.spread() * 0.4, ...size, '#fff');
  const grey = await rasterOf(turned, 1);
  const level = chance.between(135, 175);
  const noisy = worn(grey, chance.dice, 40, () => 1);
  // specks of dust, and here and there a line the machine lost
  const lost = chance.is(0.3) ? chance.whole(100, grey.height - 100) : -1;
  const data = noisy.data.map((value, at) => {
    const y = Math.floor(at / grey.width);
    const speck = chance.dice() < 0.00012;
    return speck ? 0 : value > level || y === lost ? 255 : 0;
  });
  return imageOf({ ...grey, data })
    .png()
    .toBuffer();
}
