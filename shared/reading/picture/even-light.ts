import { blankRaster, type GreyRaster } from './grey-raster.ts';
import { alongBoth, brightestWithin, meanWithin } from './window-lines.ts';

const step = 8;
/** In steps: wider than a headline is high, narrower than a shadow. */
const reach = 6;
/** A place darker than this share of the paper is not paper in shadow but a dark area that belongs to the page. */
const shadowMin = 0.4;

/**
 * The paper between two of its blocks is told in these parts of a step, across and down: whole numbers, and the same ones for each
 * pixel of a step.
 */
const parts = step * 2;
const full = parts * parts;
/** For each brightness of the paper, counted in parts, what a pixel is multiplied by. */
const brighter = Float64Array.from({ length: 255 * full + 1 }, (_, light) => brighterBy(light));

/** A hair more than the quotient: what comes out even must not fall below it. */
function brighterBy(light: number): number {
  return light === 0 ? 0 : ((255 * full) / light) * (1 + 2 ** -40);
}

/** Paper becomes white everywhere: each pixel is divided by the brightness of the paper around it. */
export function evenLight(raster: GreyRaster): GreyRaster {
  const { width, height, data } = raster;
  const paper = paperOf(raster);
  const even = new Uint8Array(data.length);
  const row = new Int32Array(paper.width);
  for (let y = 0; y < height; y++) {
    paperAt(paper, y, row);
    const [from, last] = [y * width, (row.at(-1) ?? 255) * parts];
    // half a step before the middle of the first block, whole steps between two, and the rest after the last
    let at = lightenFrom(data, even, from, Math.min(width, step / 2), (row[0] ?? 255) * parts, 0);
    for (let block = 0; block + 1 < row.length; block++) {
      const [here, next] = [row[block] ?? 255, row[block + 1] ?? 255];
      at = lightenFrom(data, even, at, step, here * (parts - 1) + next, (next - here) * 2);
    }
    lightenFrom(data, even, at, from + width - at, last, 0);
  }
  return { width, height, data: even };
}

/** So many pixels from one on, under light that changes evenly; gives the next one. */
function lightenFrom(
  data: Uint8Array,
  even: Uint8Array,
  from: number,
  count: number,
  first: number,
  slope: number,
): number {
  let light = first;
  for (let at = from; at < from + count; at++, light += slope) {
    const value = ((data[at] ?? 0) * (brighter[light] ?? 0)) | 0;
    // at most 255, by its bits: a branch that grain takes at random costs more than all else here
    even[at] = value | ((255 - value) >> 31);
  }
  return from + count;
}

/** The paper at one row of the page, block by block, in parts of a step. */
function paperAt({ width, height, data }: GreyRaster, y: number, row: Int32Array): void {
  const at = Math.min(Math.max((y + 0.5) / step - 0.5, 0), height - 1);
  const top = Math.floor(at);
  const share = (at - top) * parts;
  const [upper, lower] = [top * width, Math.min(top + 1, height - 1) * width];
  for (let x = 0; x < width; x++)
    row[x] = (data[upper + x] ?? 255) * (parts - share) + (data[lower + x] ?? 255) * share;
}

/** The brightest pixels of each neighbourhood, smoothed: letters and lines vanish, light and shadow stay. */
function paperOf(raster: GreyRaster): GreyRaster {
  const bright = alongBoth(brightestOfBlocks(raster), brightestWithin(reach));
  const least = shadowMin * levelOf(bright, 0.9);
  const { data } = bright;
  for (let at = 0; at < data.length; at++) data[at] = Math.max(data[at] ?? 0, least, 1);
  const smooth = meanWithin(reach);
  return alongBoth(alongBoth(bright, smooth), smooth);
}

/** Not the brightest of a block: one bright speck is not the paper. */
function brightestOfBlocks({ width, height, data }: GreyRaster): GreyRaster {
  const small = blankRaster(Math.max(1, Math.floor(width / step)), Math.max(1, Math.floor(height / step)));
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      small.data[y * small.width + x] = thirdBrightest(data, y * step * width + x * step, width);
    }
  }
  return small;
}

/** Of every second pixel of every second row of a block. */
function thirdBrightest(data: Uint8Array, from: number, width: number): number {
  let [first, second, third] = [0, 0, 0];
  for (let row = from; row < from + step * width; row += 2 * width) {
    for (let at = row; at < row + step; at += 2) {
      const value = data[at] ?? 0;
      if (value <= third) continue;
      third = Math.max(third, Math.min(second, value));
      second = Math.max(second, Math.min(first, value));
      first = Math.max(first, value);
    }
  }
  return third;
}

/** The brightness that a share of all pixels stays below. */
export function levelOf({ data }: GreyRaster, share: number): number {
  // two tallies in turns: neighbours are mostly alike, and one would wait for the other
  const [even, odd] = [new Uint32Array(256), new Uint32Array(256)];
  for (let at = 0; at < data.length; at += 2) {
    const value = data[at] ?? 0;
    even[value] = (even[value] ?? 0) + 1;
    if (at + 1 === data.length) break;
    const next = data[at + 1] ?? 0;
    odd[next] = (odd[next] ?? 0) + 1;
  }
  let sum = 0;
  for (let value = 0; value < 256; value++) {
    sum += (even[value] ?? 0) + (odd[value] ?? 0);
    if (sum >= data.length * share) return value;
  }
  return 255;
}
