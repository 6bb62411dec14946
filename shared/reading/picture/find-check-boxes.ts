import type { PixelBox } from './find-rulings.ts';
import type { InkMask } from './ink-mask.ts';
import { inkRuns } from './ink-runs.ts';

/** A drawn box to tick; `inked` is the share of its inside that is dark. */
export type DrawnCheckBox = PixelBox & { inked: number; checked: boolean; confidence: number };

/** Shares of the page's width. */
const sideMin = 0.0105;
const sideMax = 0.034;
/** How much of each side has to be drawn. */
const sideDrawn = 0.9;
/** More of the inside than specks of a poor copy. */
const tickedFrom = 0.06;
/** A tick crosses a side of the frame at one place; the next letter of a word stands along it. */
const crossedMax = 0.35;
const boxesMax = 400;

/** Small squares with four drawn sides, and whether there is a mark in them. A tick that leaves the box does not hide it. */
export function findCheckBoxes(mask: InkMask): DrawnCheckBox[] {
  const unit = Math.min(mask.width, mask.height);
  const [least, most] = [Math.round(unit * sideMin), Math.round(unit * sideMax)];
  const found: PixelBox[] = [];
  for (const side of uprightStrokes(mask, least, most)) {
    if (found.length >= boxesMax) break;
    if (found.some((box) => isInside(box, side))) continue;
    const box = squareFrom(mask, side, least, most);
    if (box !== null) found.push(box);
  }
  return found.map((box) => judged(mask, box));
}

const isInside = (box: PixelBox, side: PixelBox) =>
  side.left >= box.left - 3 && side.left <= box.right + 3 && side.top >= box.top - 6 && side.bottom <= box.bottom + 6;

/** Upright strokes as long as the side of a box, from left to right; a stroke may be crossed by a tick. */
function uprightStrokes({ width, height, bits }: InkMask, least: number, most: number): PixelBox[] {
  const strokes: PixelBox[] = [];
  for (let x = 1; x < width; x++) {
    const isInk = (y: number) => bits[y * width + x] === 1 || bits[y * width + x - 1] === 1;
    for (const { from, to } of inkRuns(height, isInk, 1)) {
      const length = to - from + 1;
      if (length >= least && length <= most * 1.3) strokes.push({ left: x, right: x, top: from, bottom: to });
    }
  }
  return strokes;
}

/** The square to the right of a stroke whose other three sides are drawn too, and that stands free. */
function squareFrom(mask: InkMask, side: PixelBox, least: number, most: number): PixelBox | null {
  const height = side.bottom - side.top;
  for (let width = Math.round(Math.max(least, height * 0.8)); width <= Math.min(most, height * 1.25); width++) {
    const box = { ...side, right: side.left + width };
    if (drawnDown(mask, box.right, box) < sideDrawn) continue;
    if (drawnAlong(mask, box.top, box) < sideDrawn || drawnAlong(mask, box.bottom, box) < sideDrawn) continue;
    const outer = outermost(mask, box);
    return isFramed(mask, outer) && isStraight(mask, outer) && isThin(mask, outer) && standsFree(mask, outer)
      ? outer
      : null;
  }
  return null;
}

const inkNear = ({ width, height, bits }: InkMask, x: number, y: number, across: number, down: number): boolean => {
  for (let dy = -down; dy <= down; dy++) {
    for (let dx = -across; dx <= across; dx++) {
      const [nx, ny] = [x + dx, y + dy];
      if (nx >= 0 && ny >= 0 && nx < width && ny < height && bits[ny * width + nx] === 1) return true;
    }
  }
  return false;
};

function drawnAlong(mask: InkMask, y: number, { left, right }: PixelBox): number {
  let drawn = 0;
  for (let x = left; x <= right; x++) if (inkNear(mask, x, y, 0, 2)) drawn += 1;
  return drawn / (right - left + 1);
}

function drawnDown(mask: InkMask, x: number, { top, bottom }: PixelBox): number {
  let drawn = 0;
  for (let y = top; y <= bottom; y++) if (inkNear(mask, x, y, 1, 0)) drawn += 1;
  return drawn / (bottom - top + 1);
}

/** Thick frames are grown to their outer edge. */
function outermost(mask: InkMask, box: PixelBox): PixelBox {
  const grown = { ...box };
  for (let step = 0; step < 6; step++) {
    if (drawnDown(mask, grown.right + 2, grown) >= sideDrawn) grown.right += 1;
    if (drawnDown(mask, grown.left - 2, grown) >= sideDrawn) grown.left -= 1;
    if (drawnAlong(mask, grown.top - 3, grown) >= sideDrawn) grown.top -= 1;
    if (drawnAlong(mask, grown.bottom + 3, grown) >= sideDrawn) grown.bottom += 1;
  }
  return grown;
}

/** Letters like D, B or 0 have round corners or sides that bulge: a box has ink in all four corners. */
function isFramed(mask: InkMask, { left, right, top, bottom }: PixelBox): boolean {
  const corners: [number, number][] = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ]; // prettier-ignore
  return corners.every(([x, y]) => inkNear(mask, x, y, 2, 2));
}

/** Seen from outside, every side of a box begins on one line; the side of a letter bends away. */
function isStraight({ width, height, bits }: InkMask, { left, right, top, bottom }: PixelBox): boolean {
  const isInk = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && bits[y * width + x] === 1;
  const share = (from: number, to: number, starts: (at: number) => boolean) => {
    let straight = 0;
    for (let at = from; at <= to; at++) if (starts(at)) straight += 1;
    return straight / (to - from + 1);
  };
  const within = (starts: (inward: number) => boolean) => [-2, -1, 0, 1, 2].some(starts);
  return (
    share(top, bottom, (y) => within((inward) => isInk(left + inward, y))) >= sideDrawn &&
    share(top, bottom, (y) => within((inward) => isInk(right - inward, y))) >= sideDrawn &&
    share(left, right, (x) => within((inward) => isInk(x, top + inward))) >= sideDrawn &&
    share(left, right, (x) => within((inward) => isInk(x, bottom - inward))) >= sideDrawn
  );
}

/**
 * Frames are thin lines where no tick touches them, or the whole box is filled; the stems of a bold letter are neither.
 */
function isThin({ width, bits }: InkMask, { left, right, top, bottom }: PixelBox): boolean {
  const side = right - left + 1;
  const thickness = (start: number, inward: 1 | -1): number => {
    const depths: number[] = [];
    for (let y = top + 1; y < bottom; y++) {
      const isInk = (at: number) => bits[y * width + start + inward * at] === 1;
      const first = [0, 1, 2, 3].find(isInk) ?? 0;
      let depth = 0;
      while (depth < side && isInk(first + depth)) depth += 1;
      depths.push(depth);
    }
    return depths.sort((a, b) => a - b)[Math.floor(depths.length * 0.3)] ?? side;
  };
  return [thickness(left, 1), thickness(right, -1)].every(
    (deep) => deep <= 3 || deep < side * 0.2 || deep > side * 0.7,
  );
}

/** Lines of a table and letters of a word touch their neighbours; a box has room on every side. */
function standsFree({ width, height, bits }: InkMask, { left, right, top, bottom }: PixelBox): boolean {
  const room = Math.max(4, Math.round((right - left) * 0.28));
  const isInk = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && bits[y * width + x] === 1;
  const crossed = (from: number, to: number, hasInk: (at: number, outward: number) => boolean) => {
    let count = 0;
    for (let at = from; at <= to; at++) {
      for (let outward = 3; outward <= room; outward++) {
        if (!hasInk(at, outward)) continue;
        count += 1;
        break;
      }
    }
    return count / (to - from + 1);
  };
  return (
    crossed(top, bottom, (y, outward) => isInk(left - outward, y)) <= crossedMax &&
    crossed(top, bottom, (y, outward) => isInk(right + outward, y)) <= crossedMax &&
    crossed(left, right, (x, outward) => isInk(x, top - outward)) <= crossedMax &&
    crossed(left, right, (x, outward) => isInk(x, bottom + outward)) <= crossedMax
  );
}

function judged({ width, bits }: InkMask, box: PixelBox): DrawnCheckBox {
  const rim = Math.max(4, Math.round((box.right - box.left) * 0.2));
  let [dark, looked] = [0, 0];
  for (let y = box.top + rim; y <= box.bottom - rim; y++) {
    for (let x = box.left + rim; x <= box.right - rim; x++) {
      looked += 1;
      dark += bits[y * width + x] ?? 0;
    }
  }
  const inked = looked === 0 ? 0 : dark / looked;
  const isPlain = inked < tickedFrom / 3 || inked > tickedFrom * 2;
  return { ...box, inked, checked: inked >= tickedFrom, confidence: isPlain ? 0.95 : 0.6 };
}
