import { isBoxFrame, isDrawn, isInkNear, worstDrawn } from './box-frame.ts';
import { type BoxState, stateOf } from './box-state.ts';
import type { PixelBox } from './find-rulings.ts';
import type { InkMask } from './ink-mask.ts';

/** A drawn box to tick; `inked` is the share of its inside that is dark. */
export type DrawnCheckBox = PixelBox & BoxState;

/** Shares of the page's width. */
const sideMin = 0.0105;
const sideMax = 0.04;
/** A tick that leaves the frame, or a word that touches it, makes a side look longer than it is. */
const longerMax = 1.5;
const boxesMax = 400;
/** White pixels that a poor copy leaves in a side. */
const holeMax = 1;

/** Small squares with four drawn sides, and whether there is a mark in them. A tick that leaves the box does not hide it. */
export function findCheckBoxes(mask: InkMask): DrawnCheckBox[] {
  const unit = Math.min(mask.width, mask.height);
  const limits = { least: Math.round(unit * sideMin), most: Math.round(unit * sideMax) };
  const found: PixelBox[] = [];
  for (const side of uprightStrokes(mask, limits)) {
    if (found.length >= boxesMax) break;
    if (found.some((box) => isInside(box, side))) continue;
    const box = squareFrom(mask, side, limits);
    if (box !== null) found.push(box);
  }
  return found.map((box) => ({ ...box, ...stateOf(mask, box) }));
}

type Limits = { least: number; most: number };

const isInside = (box: PixelBox, side: PixelBox) =>
  side.left >= box.left - 3 && side.left <= box.right + 3 && side.top >= box.top - 6 && side.bottom <= box.bottom + 6;

/**
 * Upright strokes as long as the side of a box, from left to right; a stroke may be crossed by a tick. All columns are
 * followed at once, row by row, as the pixels lie in memory.
 */
function uprightStrokes({ width, height, bits }: InkMask, { least, most }: Limits): PixelBox[] {
  const strokes: PixelBox[] = [];
  const [tops, bottoms] = [new Int32Array(width).fill(-1), new Int32Array(width).fill(-holeMax - 2)];
  const close = (x: number) => {
    const [top = 0, bottom = 0] = [tops[x], bottoms[x]];
    const length = bottom - top + 1;
    if (top >= 0 && length >= least && length <= most * longerMax) strokes.push({ left: x, right: x, top, bottom });
  };
  for (let y = 0; y < height; y++) {
    const row = bits.subarray(y * width, (y + 1) * width);
    for (let x = nextInked(row, 1); x > 0 && x < width; x = nextInked(row, x + 1)) {
      if (y - (bottoms[x] ?? 0) > holeMax + 1) {
        close(x);
        tops[x] = y;
      }
      bottoms[x] = y;
    }
  }
  for (let x = 1; x < width; x++) close(x);
  return strokes.sort((a, b) => a.left - b.left || a.top - b.top);
}

/** From `x` on the first pixel of ink, or right of one: over the paper between them at once. -1 for none. */
const nextInked = (row: Uint8Array, x: number): number =>
  row[x] === 1 || row[x - 1] === 1 ? x : row.indexOf(1, x + 1);

/** The square to the right of a stroke whose other three sides are drawn too, and that stands free. */
function squareFrom(mask: InkMask, stroke: PixelBox, limits: Limits): PixelBox | null {
  for (const side of partsOf(mask, stroke, limits)) {
    const height = side.bottom - side.top;
    const widest = Math.min(limits.most, height * 1.25);
    for (let width = Math.round(Math.max(limits.least, height * 0.8)); width <= widest; width++) {
      const box = { ...side, right: side.left + width };
      if (!hasOtherSides(mask, box)) continue;
      const outer = outermost(mask, box);
      if (isBoxFrame(mask, outer)) return outer;
      break;
    }
  }
  return null;
}

/** Most squares beside a stroke lack one side, which is told before the next is looked at. */
function hasOtherSides(mask: InkMask, box: PixelBox): boolean {
  const down = drawnDown(mask, box.right, box);
  if (!isDrawn([down])) return false;
  const top = drawnAlong(mask, box.top, box);
  return top >= worstDrawn && isDrawn([down, top, drawnAlong(mask, box.bottom, box)]);
}

/** The stroke as it is, and cut at the levels where lines go off to its right: those are the corners of a box. */
function partsOf(mask: InkMask, stroke: PixelBox, { least, most }: Limits): PixelBox[] {
  const long = stroke.bottom - stroke.top;
  const third = Math.floor(long / 3);
  const reach = Math.round(long / longerMax / 1.3);
  const corner = (from: number, way: 1 | -1): number | undefined => {
    for (let at = 2; at < third; at++) if (goesRight(mask, stroke.left, from + way * at, reach)) return from + way * at;
    return undefined;
  };
  const [top, bottom] = [corner(stroke.top, 1), corner(stroke.bottom, -1)];
  const [tops, bottoms] = [
    [stroke.top, top],
    [stroke.bottom, bottom],
  ].map((ends) => ends.filter((end) => end !== undefined)); // prettier-ignore
  return (tops ?? [])
    .flatMap((from) => (bottoms ?? []).map((to) => ({ ...stroke, top: from, bottom: to })))
    .filter((part) => part.bottom - part.top + 1 >= least && part.bottom - part.top <= most * 1.1);
}

const pointsSeen = [1, 0.5, 0.25, 0.75];

/** Most strokes are stems of letters: a few points tell that nothing leads away from them. */
function goesRight(mask: InkMask, x: number, y: number, reach: number): boolean {
  for (const share of pointsSeen) if (!isInkNear(mask, x + Math.round(reach * share), y, 0, 2)) return false;
  return drawnAlong(mask, y, { left: x, right: x + reach, top: y, bottom: y }) >= 0.9;
}

function drawnAlong(mask: InkMask, y: number, { left, right }: PixelBox): number {
  let drawn = 0;
  for (let x = left; x <= right; x++) if (isInkNear(mask, x, y, 0, 2)) drawn += 1;
  return drawn / (right - left + 1);
}

function drawnDown(mask: InkMask, x: number, { top, bottom }: PixelBox): number {
  let drawn = 0;
  for (let y = top; y <= bottom; y++) if (isInkNear(mask, x, y, 1, 0)) drawn += 1;
  return drawn / (bottom - top + 1);
}

const grownFrom = 0.9;

/** Thick frames are grown to their outer edge. */
function outermost(mask: InkMask, box: PixelBox): PixelBox {
  const grown = { ...box };
  for (let step = 0; step < 6; step++) {
    if (drawnDown(mask, grown.right + 2, grown) >= grownFrom) grown.right += 1;
    if (drawnDown(mask, grown.left - 2, grown) >= grownFrom) grown.left -= 1;
    if (drawnAlong(mask, grown.top - 3, grown) >= grownFrom) grown.top -= 1;
    if (drawnAlong(mask, grown.bottom + 3, grown) >= grownFrom) grown.bottom += 1;
  }
  return grown;
}
