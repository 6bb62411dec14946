import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { mayShowDesk } from '#shared/reading/picture/desk-around.ts';
import { greyOfPainted } from '#shared/reading/picture/grey-of-colours.ts';
import { type PaintedPage, toRedGreenBlue } from '#shared/reading/render-page.ts';

/** Rows are two words longer than the page, as PDFium may leave them. */
function painted(width: number, height: number, colour: (x: number, y: number) => number): PaintedPage {
  const stride = width + 2;
  const words = new Uint32Array(stride * height).fill(0xff123456);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) words[y * stride + x] = 0xff000000 | colour(x, y);
  return { width, height, stride, words };
}

describe('a page that was drawn', () => {
  test('is turned grey as a picture of it would be', async () => {
    // every ninth level of each colour
    const page = painted(29 * 29, 29, (x, y) => (y * 9 * 256 + Math.floor(x / 29) * 9) * 256 + (x % 29) * 9);
    const { width, height, pixels } = toRedGreenBlue(page);
    const grey = await sharp(pixels, { raw: { width, height, channels: 3 } })
      .toColourspace('b-w')
      .raw()
      .toBuffer();
    expect(Buffer.compare(grey, Buffer.from(greyOfPainted(page).data))).toBe(0);
  });

  test('keeps each of its greys', () => {
    const page = painted(256, 1, (x) => x * 0x010101);
    expect([...greyOfPainted(page).data]).toEqual(Array.from({ length: 256 }, (_, level) => level));
  });
});

describe('a desk around the sheet of a drawn page', () => {
  const inside = (x: number, y: number) => x > 50 && x < 800 && y > 60 && y < 1050;

  test.each([
    ['dark wood', 0x604020],
    ['a pale green mat', 0xc8ffc8],
    ['a grey table', 0xe0e0e0],
  ])('may be looked for on %s', (_name, desk) => {
    expect(mayShowDesk(painted(850, 1100, (x, y) => (inside(x, y) ? 0xffffff : desk)))).toBe(true);
  });

  test('is not looked for around a page that is paper to its edges, or paler in its middle', () => {
    expect(mayShowDesk(painted(850, 1100, () => 0xfafafa))).toBe(false);
    expect(mayShowDesk(painted(850, 1100, (x, y) => (inside(x, y) ? 0xb0b0b0 : 0xffffff)))).toBe(false);
    expect(mayShowDesk(painted(850, 1100, (x, y) => ((x + y) % 9 === 0 ? 0x101010 : 0xffffff)))).toBe(false);
  });
});
