import type { PixelBox } from './find-rulings.ts';
import { blankRaster, type GreyRaster } from './grey-raster.ts';
import { inkRuns } from './ink-runs.ts';

export const how = { reach: 0.2, padX: 0.1, padY: 0.05, inkBelow: 160, blankBelow: 2, narrow: 1.6, nX: 0.1, nY: 0.05, rep: 1 };

/** The lines of print in one place, from the top, each cut out with a little paper around it. Empty when nothing stands there. */
export function cutLines(raster: GreyRaster, place: PixelBox): GreyRaster[] {
  return lineBoxes(raster, place).map((line) => cutOut(raster, line));
}

export function lineBoxes(raster: GreyRaster, place: PixelBox): PixelBox[] {
  const { width, height, data } = raster;
  const left = Math.max(0, place.left), right = Math.min(width, place.right);
  const isInk = (x: number, y: number) => (data[y * width + x] ?? 255) < how.inkBelow;
  const rowInk = (y: number) => {
    let sum = 0;
    for (let x = left; x < right; x++) if (isInk(x, y)) sum++;
    return sum;
  };
  const rim = Math.round(Math.min(place.bottom - place.top, 60) * how.reach);
  const top = Math.max(0, place.top - rim), bottom = Math.min(height, place.bottom + rim);
  const least = Math.max(how.blankBelow, (right - left) * 0.004);
  const counts: number[] = [];
  for (let y = top; y < bottom; y++) counts.push(rowInk(y));
  const bands = inkRuns(counts.length, (at) => (counts[at] ?? 0) >= least, 0).map(({ from, to }) => ({ top: top + from, bottom: top + to + 1 }));
  const tallest = Math.max(0, ...bands.map((b) => b.bottom - b.top));
  const joined: { top: number; bottom: number }[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    if (last && band.top - last.bottom <= tallest * 0.15 && Math.min(band.bottom - band.top, last.bottom - last.top) < tallest * 0.5) last.bottom = band.bottom;
    else joined.push({ ...band });
  }
  return joined
    .filter((b) => b.bottom - b.top >= Math.max(5, tallest * 0.35))
    .filter((b) => Math.min(b.bottom, place.bottom) - Math.max(b.top, place.top) >= (b.bottom - b.top) * 0.5)
    .flatMap((b) => {
      let l = right, r = left;
      for (let y = b.top; y < b.bottom; y++) for (let x = left; x < right; x++) if (isInk(x, y)) { l = Math.min(l, x); r = Math.max(r, x + 1); }
      return r > l ? [{ left: l, right: r, top: b.top, bottom: b.bottom }] : [];
    });
}

function cutOut(raster: GreyRaster, { left, top, right, bottom }: PixelBox): GreyRaster {
  const high = bottom - top;
  const isNarrow = right - left < high * how.narrow;
  const [px, py] = [Math.max(2, Math.round(high * (isNarrow ? how.nX : how.padX))), Math.max(1, Math.round(high * (isNarrow ? how.nY : how.padY)))];
  const cut = blankRaster(right - left + px * 2, high + py * 2);
  for (let y = 0; y < high; y++) {
    const from = (top + y) * raster.width;
    cut.data.set(raster.data.subarray(from + left, from + right), (y + py) * cut.width + px);
  }
  return cut;
}
