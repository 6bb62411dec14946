import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { drawPage } from '#shared/reading/draw-page.ts';
import { readPictureSizes } from '#shared/reading/picture-size.ts';
import { encodePng } from '#shared/reading/png-file.ts';
import { aSheet, bytesOf, writeParagraph } from '#test/builders/a-pdf.ts';

const pdf = 'application/pdf';

describe('a page as a picture', () => {
  it('is drawn at the asked number of dots an inch', async () => {
    const sheet = await aSheet();
    writeParagraph(sheet);
    const png = await drawPage({ bytes: await bytesOf(sheet), mediaType: pdf }, 1, 100);
    expect(readPictureSizes(png ?? new Uint8Array())).toEqual([{ width: 850, height: 1100 }]);
  });

  it('is drawn coarser when it would have too many pixels', async () => {
    const sheet = await aSheet([14_000, 14_000]);
    const png = await drawPage({ bytes: await bytesOf(sheet), mediaType: pdf }, 1, 400);
    const [size = { width: 0, height: 0 }] = readPictureSizes(png ?? new Uint8Array()) ?? [];
    expect(size.width * size.height).toBeLessThanOrEqual(25_000_000);
    expect(size.width).toBeGreaterThan(4_000);
  });

  it('shows what stands in form fields', async () => {
    const empty = await aSheet();
    const filled = await aSheet();
    for (const sheet of [empty, filled]) {
      const field = sheet.document.getForm().createTextField('name');
      field.setText(sheet === filled ? 'Dana Fontenot' : '');
      field.addToPage(sheet.page, { x: 100, y: 400, width: 200, height: 20 });
    }
    const draw = async (sheet: typeof empty) => drawPage({ bytes: await bytesOf(sheet), mediaType: pdf }, 1, 50);
    expect(await draw(filled)).not.toEqual(await draw(empty));
  });

  it('does not exist beyond the last page or in what is no PDF', async () => {
    const bytes = await bytesOf(await aSheet());
    expect(await drawPage({ bytes, mediaType: pdf }, 2, 100)).toBeNull();
    expect(await drawPage({ bytes: bytes.slice(0, 300), mediaType: pdf }, 1, 100)).toBeNull();
    expect(await drawPage({ bytes, mediaType: 'image/png' }, 1, 100)).toBeNull();
  });

  it('holds exactly the pixels it was made of', () => {
    const pixels = Uint8Array.from({ length: 3 * 2 * 3 }, (_, index) => (index * 37) % 256);
    const png = Buffer.from(encodePng({ width: 3, height: 2, pixels }));
    const at = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    const second = pixels.slice(9).map((value, index) => value - (pixels[index] ?? 0));
    expect([...rows]).toEqual([2, ...pixels.slice(0, 9), 2, ...second]);
  });
});
