import type { PixelBox } from './find-rulings.ts';
import { blankRaster, type GreyRaster } from './grey-raster.ts';
import { type InkMask, inkBelow, maskInk } from './ink-mask.ts';
import { inkRuns } from './ink-runs.ts';

/** Shares of a line's height: paper left around a cut-out. A recogniser of single lines wants them tight (decision 0009). */
const paperBeside = 0.1;
const paperAbove = 0.05;
/** Boxes come from another engine and may cut off a tail: so much of the place's height is looked at beyond it. */
const reach = 0.2;
const reachMax = 12;
/** A row of pixels with less ink is paper with specks on it. */
const inkInRowMin = 2;
const inkShareMin = 0.004;
/** Shares of the tallest line: lower stripes are specks or rules; a dot of an i is this near to its line. */
const heightMin = 0.35;
const gapMax = 0.15;
const pixelsHighMin = 5;
const linesMax = 12;

/** Shares of the line's height: between letters of a word, how far a dropped letter is looked for, and where rules begin. */
const letterGap = 0.2;
const letterReach = 1.5;
const aboveFoot = 0.7;

type Stripe = { top: number; bottom: number };

/** The lines of print in one place, from the top, each cut out with little paper around it. Empty when nothing stands there. */
export function cutLines(raster: GreyRaster, place: PixelBox): GreyRaster[] {
  const around = withReach(raster, place);
  const mask = maskInk(cutOut(raster, around, 0, 0));
  return stripesOf(mask)
    .filter((stripe) => isMostlyIn(stripe, place.top - around.top, place.bottom - around.top))
    .slice(0, linesMax)
    .flatMap((stripe) => {
      const line = sidesOf(mask, stripe);
      if (line === null) return [];
      const high = line.bottom - line.top;
      const [left, top] = [around.left, around.top];
      const box = wholeWords(raster, {
        ...{ left: left + line.left, right: left + line.right },
        ...{ top: top + line.top, bottom: top + line.bottom },
      });
      return [
        cutOut(raster, box, Math.max(2, Math.round(high * paperBeside)), Math.max(1, Math.round(high * paperAbove))),
      ];
    });
}

function withReach({ width, height }: GreyRaster, { left, top, right, bottom }: PixelBox): PixelBox {
  const more = Math.min(reachMax, Math.round((bottom - top) * reach));
  return {
    left: Math.max(0, left),
    right: Math.min(width, right),
    top: Math.max(0, top - more),
    bottom: Math.min(height, bottom + more),
  };
}

/**
 * A first reader that dropped the "1" of "10" gives the place of the "0": a second look at that alone would agree with it.
 * So ink that stands as near as letters of one word do belongs to the line. A rule of a table cell is no letter.
 */
function wholeWords({ width, height, data }: GreyRaster, { left, right, top, bottom }: PixelBox): PixelBox {
  const high = bottom - top;
  const [gap, most] = [Math.round(high * letterGap), Math.round(high * letterReach)];
  const foot = top + Math.round(high * aboveFoot);
  const inkIn = (x: number, from: number, to: number) => {
    let sum = 0;
    for (let y = Math.max(0, from); y < Math.min(height, to); y++)
      if ((data[y * width + x] ?? 255) < inkBelow) sum += 1;
    return sum;
  };
  const isRule = (x: number) => inkIn(x, top - high / 2, top) + inkIn(x, bottom, bottom + high / 2) > high * 0.8;
  const last = (from: number, step: 1 | -1) => {
    let found = from;
    for (let x = from + step; Math.abs(x - found) <= gap + 1 && Math.abs(x - from) <= most; x += step) {
      if (x < 0 || x >= width || isRule(x)) break;
      if (inkIn(x, top, foot) > 0) found = x;
    }
    return found;
  };
  return { left: last(left, -1), right: last(right - 1, 1) + 1, top, bottom };
}

/** What lies beyond the place is the edge of a neighbour. */
function isMostlyIn({ top, bottom }: Stripe, from: number, to: number): boolean {
  return Math.min(bottom, to) - Math.max(top, from) >= (bottom - top) / 2;
}

/** Stripes of ink with paper between them: lines of print, the dots of their i joined to them. */
function stripesOf({ width, height, bits }: InkMask): Stripe[] {
  const least = Math.max(inkInRowMin, width * inkShareMin);
  const inkOf = (row: number) => bits.subarray(row * width, (row + 1) * width).reduce((sum, bit) => sum + bit, 0);
  const stripes = inkRuns(height, (row) => inkOf(row) >= least, 0).map(({ from, to }) => ({
    top: from,
    bottom: to + 1,
  }));
  const tallest = Math.max(0, ...stripes.map(({ top, bottom }) => bottom - top));
  const lines: Stripe[] = [];
  for (const stripe of stripes) {
    const last = lines.at(-1);
    if (last !== undefined && belongTogether(last, stripe, tallest)) last.bottom = stripe.bottom;
    else lines.push({ ...stripe });
  }
  return lines.filter(({ top, bottom }) => bottom - top >= Math.max(pixelsHighMin, tallest * heightMin));
}

function belongTogether(above: Stripe, below: Stripe, tallest: number): boolean {
  const lower = Math.min(above.bottom - above.top, below.bottom - below.top);
  return below.top - above.bottom <= tallest * gapMax && lower < tallest / 2;
}

function sidesOf({ width, bits }: InkMask, { top, bottom }: Stripe): PixelBox | null {
  let [left, right] = [width, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = 0; x < width; x++) {
      if (bits[y * width + x] !== 1) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
    }
  }
  return right > left ? { left, right, top, bottom } : null;
}

/** A copy of one place with white paper around it: what stands near it is not shown. */
function cutOut(raster: GreyRaster, { left, top, right, bottom }: PixelBox, beside: number, above: number): GreyRaster {
  const [width, height] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  const cut = blankRaster(width + beside * 2, height + above * 2);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * raster.width + left;
    cut.data.set(raster.data.subarray(from, from + width), (y + above) * cut.width + beside);
  }
  return cut;
}
