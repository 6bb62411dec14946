import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fitForTextract, isTaken } from '#shared/adapters/aws/fit-for-textract.ts';
import type { PagePicture } from '#shared/ports/text-reader.ts';
import { aFax, aScannedForm } from '#test/builders/a-picture.ts';

const tenMegabytes = 10 * 1024 * 1024;

async function fitted(page: PagePicture): Promise<Uint8Array> {
  const fit = await fitForTextract(page);
  return 'unfit' in fit ? expect.fail(fit.unfit) : fit.bytes;
}

/** How far two pictures of one size lie apart, from 0 (the same) to 255, on the mean of all pixels. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const pixels = (bytes: Uint8Array) =>
    sharp(bytes).flatten({ background: '#ffffff' }).resize(400, 500, { fit: 'fill' }).greyscale().raw().toBuffer();
  const [a, b] = await Promise.all([pixels(one), pixels(other)]);
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

/** The form as a PNG that packs nothing: more than 10 MB. */
async function aLargeForm(): Promise<Uint8Array> {
  const colours = sharp(await aScannedForm()).toColourspace('srgb');
  return new Uint8Array(await colours.png({ compressionLevel: 0 }).toBuffer());
}

describe('what Textract takes is sent as it came', () => {
  it.each(['image/png', 'image/jpeg'] as const)('a page of a scanner as %s', async (mediaType) => {
    const form = sharp(await aScannedForm());
    const bytes = new Uint8Array(await (mediaType === 'image/png' ? form.png() : form.jpeg()).toBuffer());
    expect(await fitted({ bytes, mediaType })).toBe(bytes);
  });
});

describe('what is too large is sent in grey and smaller, with the same on it', () => {
  it('a PNG of a photo with more than 10 MB', async () => {
    const bytes = await aLargeForm();
    expect(bytes.length).toBeGreaterThan(tenMegabytes);
    const sent = await fitted({ bytes, mediaType: 'image/png' });
    expect(sent.length).toBeLessThanOrEqual(tenMegabytes);
    expect(await sharp(sent).metadata()).toMatchObject({ width: 1_700, height: 2_200, channels: 1 });
    expect(await difference(sent, bytes)).toBeLessThan(2);
  });

  it.each(['png', 'jpeg'] as const)('a %s with a side of more than 10,000 pixels', async (format) => {
    const form = sharp(await aScannedForm()).resize(500, 10_400, { fit: 'fill' });
    const bytes = new Uint8Array(await form.toFormat(format).toBuffer());
    const sent = await fitted({ bytes, mediaType: `image/${format}` });
    const { width = 0, height = 0 } = await sharp(sent).metadata();
    expect(height).toBeLessThanOrEqual(4_400);
    expect(height / width).toBeCloseTo(10_400 / 500, 0);
    expect(await difference(sent, bytes)).toBeLessThan(3);
  });
});

describe('a fax of several pages', () => {
  it('is sent page by page, each as a file of its own', async () => {
    const form = await aScannedForm();
    const upsideDown = await sharp(form).rotate(180).toBuffer();
    const fax = await sharp([form, upsideDown], { join: { animated: true } })
      .tiff()
      .toBuffer();
    expect((await sharp(fax).metadata()).pages).toBe(2);
    for (const [page, sheet] of [
      [1, form],
      [2, upsideDown],
    ] as const) {
      const sent = await fitted({ bytes: new Uint8Array(fax), mediaType: 'image/tiff', page });
      expect((await sharp(sent).metadata()).pages ?? 1).toBe(1);
      expect(await difference(sent, new Uint8Array(sheet))).toBeLessThan(2);
    }
  });

  it('has no page that it has not', async () => {
    const page: PagePicture = { bytes: await aFax(), mediaType: 'image/tiff', page: 2 };
    expect(await fitForTextract(page)).toEqual({ unfit: 'the page is not in the file' });
  });
});

describe('what cannot be made fit is not sent', () => {
  it('a picture of a kind that Textract does not read, an empty one, a large one that is damaged', async () => {
    const webp: PagePicture = { bytes: Uint8Array.of(1), mediaType: 'image/webp' };
    expect(isTaken(webp)).toBe(false);
    expect(await fitForTextract(webp)).toMatchObject({ unfit: expect.stringContaining('kind') });
    expect(await fitForTextract({ bytes: new Uint8Array(0), mediaType: 'image/png' })).toMatchObject({
      unfit: expect.stringContaining('empty'),
    });
    const cut = (await aLargeForm()).subarray(0, tenMegabytes + 1);
    expect(await fitForTextract({ bytes: cut, mediaType: 'image/png' })).toMatchObject({
      unfit: expect.stringContaining('too large'),
    });
  });
});
