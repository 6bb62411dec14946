import type { PaintedPage } from '../render-page.ts';
import type { GreyRaster } from './grey-raster.ts';

/** Light of a colour's brightness, 0..1, as the sRGB standard has it; single floats, since libvips reckons with them. */
const light = Float32Array.from({ length: 256 }, (_, level) => {
  const share = level / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});
/** And back, for each 255th of light; once more at the end, so that each has a next one. */
const level = Int32Array.from({ length: 257 }, (_, at) => {
  const share = Math.min(at, 255) / 255;
  return Math.round(255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055));
});
const [ofRed, ofGreen, ofBlue] = [0.2126, 0.7152, 0.0722].map((weight) =>
  Float64Array.from(light, (share) => share * weight),
);

/**
 * As libvips turns a picture grey (of all sixteen million colours 120 come out one step off): a page reads alike whether it was drawn
 * from a PDF or sent as its picture.
 */
export function greyOfColour(red: number, green: number, blue: number): number {
  const sum = (ofRed?.[red] ?? 0) + (ofGreen?.[green] ?? 0) + (ofBlue?.[blue] ?? 0);
  const share = Math.fround(Math.fround(sum) * 255);
  const below = Math.min(255, Math.floor(share));
  const [here, next] = [level[below] ?? 0, level[below + 1] ?? 0];
  return Math.round(Math.fround(here + (next - here) * (share - below)));
}

/**
 * What a colour's grey was when it last came, at a place made of its bits: the paper of a scan has few colours, and a page is millions of pixels.
 * A colour that falls on the place of another takes it.
 */
const places = 1 << 14;
const known = new Uint32Array(places);
const greys = new Uint8Array(places);

/** A drawn page in grey: what is grey stays as it is. */
export function greyOfPainted({ width, height, stride, words }: PaintedPage): GreyRaster {
  const data = new Uint8Array(width * height);
  let to = 0;
  for (let y = 0; y < height; y++) {
    for (let at = y * stride; at < y * stride + width; at++) {
      const word = (words[at] ?? 0) & 0xffffff;
      const blue = word & 255;
      if (word === blue * 0x010101) {
        data[to++] = blue;
        continue;
      }
      const place = (word ^ (word >>> 7)) & (places - 1);
      if (known[place] !== word) {
        known[place] = word;
        greys[place] = greyOfColour(word >>> 16, (word >>> 8) & 255, blue);
      }
      data[to++] = greys[place] ?? 0;
    }
  }
  return { width, height, data };
}
