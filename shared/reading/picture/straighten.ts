import { type GreyRaster, shrink } from './grey-raster.ts';
import { maskInk } from './ink-mask.ts';
import { rotation, warp } from './warp.ts';

const degreesMax = 5;
/** Nobody sees less, and lines are still found. */
const degreesMin = 0.08;
/** In half pixels: text and lines are thin, bands and photos are not and would lie about the direction. */
const strokeMax = 9;
const pointsMax = 60_000;

/** Text lines made level. */
export function straighten(raster: GreyRaster): GreyRaster {
  const degrees = skewOf(raster);
  if (Math.abs(degrees) < degreesMin) return raster;
  return warp(raster, raster, rotation(raster, (degrees * Math.PI) / 180));
}

/** By how many degrees lines of print fall to the right; 0 when the page has too little print to tell. */
export function skewOf(raster: GreyRaster): number {
  const points = thinPoints(raster);
  if (points.length < 400) return 0;
  const coarse = sharpest(points, 0, degreesMax, 0.25);
  return sharpest(points, coarse, 0.25, 0.05);
}

/** Level lines of print give a profile of high peaks and deep gaps. */
function sharpest(points: Int32Array, around: number, reach: number, step: number): number {
  let best = { degrees: around, peaks: -1 };
  for (let degrees = around - reach; degrees <= around + reach + 1e-9; degrees += step) {
    const peaks = peaksAt(points, Math.tan((degrees * Math.PI) / 180));
    if (peaks > best.peaks) best = { degrees, peaks };
  }
  return best.degrees;
}

function peaksAt(points: Int32Array, slope: number): number {
  const rows = new Uint32Array(8192);
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.round((points[at + 1] ?? 0) - (points[at] ?? 0) * slope) + 1024;
    rows[row & 8191] = (rows[row & 8191] ?? 0) + 1;
  }
  let sum = 0;
  for (const count of rows) sum += count * count;
  return sum;
}

/** Pairs of x and y, at half size, of ink that is part of a thin stroke: column by column. */
function thinPoints(raster: GreyRaster): Int32Array {
  const { width, height, bits } = maskInk(shrink(raster, 2), 150);
  const found = makePoints(width);
  const [tops, bottoms] = [new Int32Array(width), new Int32Array(width).fill(-1)];
  const close = (x: number) => {
    const [top = 0, bottom = -1] = [tops[x], bottoms[x]];
    if (bottom >= 0 && bottom - top < strokeMax) found.add(x, (top + bottom) >> 1);
  };
  // all columns at once, row by row, as the pixels lie in memory
  for (let y = 0; y < height; y++) {
    const row = bits.subarray(y * width, (y + 1) * width);
    for (let x = row.indexOf(1); x >= 0; x = row[x + 1] === 1 ? x + 1 : row.indexOf(1, x + 1)) {
      const bottom = bottoms[x] ?? -1;
      if (bottom < 0 || y - bottom > 1) {
        close(x);
        tops[x] = y;
      }
      bottoms[x] = y;
    }
  }
  for (let x = 0; x < width; x++) close(x);
  return evenly(found.byColumn());
}

/** Points as they are found, from the top down; given back column by column. A list for each column would be thousands of them. */
function makePoints(width: number) {
  const counts = new Int32Array(width + 1);
  let points = new Int32Array(1 << 15);
  let length = 0;
  return {
    add(x: number, y: number): void {
      if (length === points.length) {
        const longer = new Int32Array(length * 2);
        longer.set(points);
        points = longer;
      }
      points[length++] = x;
      points[length++] = y;
      counts[x + 1] = (counts[x + 1] ?? 0) + 1;
    },
    byColumn(): Int32Array {
      for (let x = 0; x < width; x++) counts[x + 1] = (counts[x + 1] ?? 0) + (counts[x] ?? 0);
      const sorted = new Int32Array(length);
      for (let at = 0; at < length; at += 2) {
        const x = points[at] ?? 0;
        const to = (counts[x] ?? 0) * 2;
        counts[x] = to / 2 + 1;
        sorted[to] = x;
        sorted[to + 1] = points[at + 1] ?? 0;
      }
      return sorted;
    },
  };
}

/** So many pairs that looking at them stays quick, from all over the page. */
function evenly(found: Int32Array): Int32Array {
  const every = Math.max(1, Math.ceil(found.length / 2 / pointsMax));
  if (every === 1) return found;
  const kept = new Int32Array(Math.ceil(found.length / (2 * every)) * 2);
  for (let at = 0, to = 0; at < found.length; at += 2 * every, to += 2) {
    kept[to] = found[at] ?? 0;
    kept[to + 1] = found[at + 1] ?? 0;
  }
  return kept;
}
