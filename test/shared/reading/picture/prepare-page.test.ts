import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '#shared/reading/picture/decode-picture.ts';
import { evenLight } from '#shared/reading/picture/even-light.ts';
import { findSheet } from '#shared/reading/picture/find-sheet.ts';
import type { GreyRaster } from '#shared/reading/picture/grey-raster.ts';
import { lightenDarkAreas } from '#shared/reading/picture/lighten-dark-areas.ts';
import { skewOf, straighten } from '#shared/reading/picture/straighten.ts';
import { rotation, warp } from '#shared/reading/picture/warp.ts';
import { aBlankPicture, aFax, aPhoto, aScannedForm } from '#test/builders/a-picture.ts';
import { aPageOfSignatures } from '#test/corpus/marks-signatures.ts';

async function decoded(bytes: Uint8Array) {
  const picture = await decodePicture(bytes);
  if (picture === null) throw new Error('the picture was not decoded');
  return picture;
}

const at = ({ width, data }: GreyRaster, x: number, y: number) => data[y * width + x] ?? -1;

describe('a picture', () => {
  it('of a fax is stretched to the shape of its sheet', async () => {
    const { raster } = await decoded(await aFax());
    expect(raster.height / raster.width).toBeCloseTo(1078 / 98 / (1728 / 204), 1);
  });

  it('B079: is turned as its camera says', async () => {
    const lying = await sharp(await aScannedForm(100))
      .rotate(270)
      .withExif({})
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { raster } = await decoded(new Uint8Array(lying));
    expect(raster.height).toBeGreaterThan(raster.width);
  });

  it('of 10,000 pixels is made smaller while it is opened', async () => {
    const { raster, longSide } = await decoded(await aBlankPicture(7000, 10_000));
    expect(longSide).toBe(10_000);
    expect(Math.max(raster.width, raster.height)).toBe(3300);
  });

  it('that is cut short, or is none, is not opened', async () => {
    const form = await sharp(await aScannedForm(100))
      .jpeg()
      .toBuffer();
    expect(await decodePicture(new Uint8Array(form.subarray(0, form.length / 2)))).toBeNull();
    expect(await decodePicture(new TextEncoder().encode('no picture'))).toBeNull();
  });
});

describe('a page', () => {
  it('with dense signatures keeps them dark on white: they are no bands', async () => {
    const { png } = await aPageOfSignatures('probe 1', 200);
    const copy = await sharp(png).greyscale().blur(0.8).jpeg({ quality: 70 }).toBuffer();
    const { raster } = await decoded(new Uint8Array(copy));
    expect(Buffer.compare(lightenDarkAreas(raster).data, raster.data)).toBe(0);
  });

  it('that lies askew is made level', async () => {
    const { raster } = await decoded(await aScannedForm());
    for (const degrees of [-3.2, 1.4]) {
      const askew = warp(raster, raster, rotation(raster, (-degrees * Math.PI) / 180));
      expect(Math.abs(skewOf(askew) - degrees)).toBeLessThan(0.11);
      expect(Math.abs(skewOf(straighten(askew)))).toBeLessThan(0.11);
    }
  });

  it('in shadow becomes white, its print stays dark', () => {
    const shadowed = { width: 400, height: 400, data: new Uint8Array(160_000) };
    for (let i = 0; i < shadowed.data.length; i++) shadowed.data[i] = 120 + ((i % 400) / 400) * 120;
    for (let y = 190; y < 200; y++) shadowed.data.fill(20, y * 400 + 40, y * 400 + 120);
    const even = evenLight(shadowed);
    expect(at(even, 60, 300)).toBeGreaterThan(215);
    expect(at(even, 380, 300)).toBeGreaterThan(235);
    expect(at(even, 80, 195)).toBeLessThan(80);
  });

  it('with white print on a dark band has dark print on white there', () => {
    const banded = { width: 600, height: 600, data: new Uint8Array(360_000).fill(250) };
    banded.data.fill(40, 100 * 600, 180 * 600);
    for (let y = 130; y < 150; y++) banded.data.fill(245, y * 600 + 100, y * 600 + 106);
    const light = lightenDarkAreas(banded);
    expect(at(light, 300, 140)).toBeGreaterThan(200);
    expect(at(light, 103, 140)).toBeLessThan(60);
    expect(at(light, 300, 400)).toBe(250);
  });
});

describe('a sheet', () => {
  it('is found on the desk of a photo, in any light', async () => {
    const { small } = await decoded(await aPhoto());
    const corners = small && findSheet(small);
    expect(corners).not.toBeNull();
    const [topLeft, topRight, bottomRight, bottomLeft] = corners ?? [];
    expect(topLeft?.[0]).toBeLessThan(0.12);
    expect(topRight?.[0]).toBeGreaterThan(0.85);
    expect(bottomRight?.[1]).toBeGreaterThan(0.85);
    expect(bottomLeft?.[1]).toBeGreaterThan(0.85);
  });

  it('is not looked for on a scan', async () => {
    const { small } = await decoded(await aScannedForm());
    expect(small && findSheet(small)).toBeNull();
  });
});
