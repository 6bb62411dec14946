import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import type { GreyRaster } from '#shared/reading/picture/grey-raster.ts';
import { openPlainly } from '#shared/reading/picture/open-plainly.ts';
import { encodeGreyPng } from '#shared/reading/png-file.ts';

/** A slope of colours with a dark bar, so that no row or column is like another. */
function aPicture(): Sharp {
  const svg = `<svg width="213" height="151"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="#ffcc00"/><stop offset="1" stop-color="#0033ff"/></linearGradient></defs>
    <rect width="100%" height="100%" fill="url(#g)"/><rect x="31" y="20" width="60" height="17" fill="#101010"/></svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#ffffff' });
}

/** The mean distance of all pixels from what sharp makes of the same file, 0 to 255. */
async function distance(raster: GreyRaster | null, bytes: Uint8Array): Promise<number> {
  if (raster === null) return expect.fail('not opened');
  const plain = sharp(bytes).flatten({ background: '#ffffff' }).greyscale();
  const seen = await plain.resize(raster.width, raster.height, { fit: 'fill' }).raw().toBuffer();
  expect(seen).toHaveLength(raster.data.length);
  return seen.reduce((sum, value, at) => sum + Math.abs(value - (raster.data[at] ?? 0)), 0) / seen.length;
}

describe('without sharp is opened, pixel by pixel as sharp opens it,', () => {
  const kinds: Record<string, () => Sharp> = {
    'a PNG in colours': () => aPicture().png(),
    'a PNG of a palette': () => aPicture().png({ palette: true, colours: 200 }),
    'a PNG of four colours': () => aPicture().png({ palette: true, colours: 4 }),
    'a PNG of one bit': () => aPicture().greyscale().threshold(128).png({ palette: true, colours: 2 }),
    'a PNG in grey': () => aPicture().greyscale().png(),
    'a PNG with cover': () => aPicture().ensureAlpha(0.5).png(),
    'a PNG in grey with cover': () => aPicture().greyscale().ensureAlpha(0.5).png(),
    'a PNG of sixteen bits': () => aPicture().toColourspace('rgb16').png(),
    'a PNG with every filter': () => aPicture().png({ adaptiveFiltering: true }),
    'a JPEG in colours': () => aPicture().jpeg({ quality: 95, chromaSubsampling: '4:4:4' }),
    'a progressive JPEG': () => aPicture().jpeg({ quality: 95, progressive: true }),
    'a JPEG in grey': () => aPicture().greyscale().jpeg({ quality: 95 }),
  };

  it.each(Object.entries(kinds))('%s', async (_kind, make) => {
    const bytes = new Uint8Array(await make().toBuffer());
    const raster = await openPlainly(bytes, 4_000);
    expect(raster).toMatchObject({ width: 213, height: 151 });
    expect(await distance(raster, bytes)).toBeLessThan(5);
  });

  it('a large one smaller', async () => {
    for (const picture of [aPicture().png(), aPicture().jpeg()]) {
      const bytes = new Uint8Array(await picture.toBuffer());
      const raster = await openPlainly(bytes, 110);
      expect(Math.max(raster?.width ?? 0, raster?.height ?? 0)).toBeLessThanOrEqual(110);
      expect(await distance(raster, bytes)).toBeLessThan(6);
    }
  });

  it('its own PNG in grey', async () => {
    const raster = { width: 3, height: 2, data: Uint8Array.of(0, 50, 100, 150, 200, 255) };
    expect(await openPlainly(encodeGreyPng(raster), 4_000)).toEqual(raster);
  });
});

describe('without sharp is not opened', () => {
  it('what is cut short, of another kind, or printed in four inks', async () => {
    const png = new Uint8Array(await aPicture().png().toBuffer());
    const four = new Uint8Array(await aPicture().toColourspace('cmyk').jpeg().toBuffer());
    const gif = new Uint8Array(await aPicture().gif().toBuffer());
    for (const bytes of [png.subarray(0, png.length >> 1), png.subarray(0, 20), four, gif, new Uint8Array(0)]) {
      expect(await openPlainly(bytes, 4_000)).toBeNull();
    }
  });

  it('a PNG that says it has more pixels than it holds, or more than anybody opens', async () => {
    const png = Buffer.from(await aPicture().png().toBuffer());
    const taller = Buffer.from(png);
    taller.writeUInt32BE(9_000, 20);
    const endless = Buffer.from(png);
    endless.writeUInt32BE(100_000, 16);
    endless.writeUInt32BE(100_000, 20);
    for (const bytes of [taller, endless]) expect(await openPlainly(new Uint8Array(bytes), 4_000)).toBeNull();
  });
});
