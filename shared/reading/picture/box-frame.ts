import type { PixelBox } from './find-rulings.ts';
import type { InkMask } from './ink-mask.ts';

/** How much of a side has to be drawn, of the worst and of all four: a poor copy breaks one of them. */
export const worstDrawn = 0.84;
const meanDrawn = 0.92;
/** A tick crosses a side of the frame at one place; the next letter of a word stands along it. */
const crossedMax = 0.35;
/** One side may have a word close to it, or a broad stroke of a tick. */
const crossedOnce = 0.7;
/** Of the page's width: no word stands closer to its box, however large the box is. */
const roomMax = 0.0045;

export const isDrawn = (sides: readonly number[]): boolean =>
  Math.min(...sides) >= worstDrawn && sides.reduce((sum, side) => sum + side, 0) / sides.length >= meanDrawn;

/**
 * A frame as boxes have it: square corners, paper around it, straight thin sides, and no part of a table. Paper is looked
 * for early: in a seal or a dark band every column begins a square, and none stands free.
 */
export const isBoxFrame = (mask: InkMask, box: PixelBox): boolean =>
  isFramed(mask, box) &&
  standsFree(mask, box) &&
  isStraight(mask, box) &&
  !isRound(mask, box) &&
  isThin(mask, box) &&
  !isCell(mask, box);

const inkAt =
  ({ width, height, bits }: InkMask) =>
  (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < width && y < height && bits[y * width + x] === 1;

export function isInkNear(
  { width, height, bits }: InkMask,
  x: number,
  y: number,
  across: number,
  down: number,
): boolean {
  const [left, right] = [Math.max(0, x - across), Math.min(width - 1, x + across)];
  const last = Math.min(height - 1, y + down);
  for (let row = Math.max(0, y - down); row <= last; row++) {
    for (let at = row * width + left; at <= row * width + right; at++) if (bits[at] === 1) return true;
  }
  return false;
}

/** In pixels: on a small box the bend of a letter is no larger than what a slope or a poor copy does to a large one. */
const slackOf = ({ left, right }: PixelBox) => (right - left < 30 ? 1 : 2);

/** Letters like D, B or 0 have round corners or sides that bulge: a box has ink in all four corners, in most exactly. */
function isFramed(mask: InkMask, box: PixelBox): boolean {
  const { left, right, top, bottom } = box;
  const slack = slackOf(box);
  const corners = [left, right].flatMap((x) => [top, bottom].map((y) => [x, y] as const));
  return (
    corners.every(([x, y]) => isInkNear(mask, x, y, slack, slack)) &&
    corners.filter(([x, y]) => isInkNear(mask, x, y, 1, 1)).length >= 3
  );
}

const shareOf = (from: number, to: number, is: (at: number) => boolean): number => {
  let count = 0;
  for (let at = from; at <= to; at++) if (is(at)) count += 1;
  return count / (to - from + 1);
};

/** Seen from outside, every side of a box begins on one line; the side of a letter bends away. */
function isStraight(mask: InkMask, box: PixelBox): boolean {
  const { left, right, top, bottom } = box;
  const isInk = inkAt(mask);
  const slack = slackOf(box);
  const within = (starts: (inward: number) => boolean) =>
    [-2, -1, 0, 1, 2].some((inward) => Math.abs(inward) <= slack && starts(inward));
  return isDrawn([
    shareOf(top, bottom, (y) => within((inward) => isInk(left + inward, y))),
    shareOf(top, bottom, (y) => within((inward) => isInk(right - inward, y))),
    shareOf(left, right, (x) => within((inward) => isInk(x, top + inward))),
    shareOf(left, right, (x) => within((inward) => isInk(x, bottom - inward))),
  ]);
}

/** The thick stroke of a small O covers a square in it, but at its corners the ink lies deeper than between them. */
function isRound(mask: InkMask, { left, right, top, bottom }: PixelBox): boolean {
  const isInk = inkAt(mask);
  const startOf = (is: (inward: number) => boolean) => [-3, -2, -1, 0, 1, 2, 3, 4, 5].find(is) ?? 6;
  const across = (from: number, step: 1 | -1) => (y: number) => startOf((inward) => isInk(from + step * inward, y));
  const down = (from: number, step: 1 | -1) => (x: number) => startOf((inward) => isInk(x, from + step * inward));
  const deep = [
    ...deepEnds(top, bottom, across(left, 1)),
    ...deepEnds(top, bottom, across(right, -1)),
    ...deepEnds(left, right, down(top, 1)),
    ...deepEnds(left, right, down(bottom, -1)),
  ];
  return deep.filter(Boolean).length > 1;
}

function deepEnds(from: number, to: number, startOf: (at: number) => number): boolean[] {
  const starts = Array.from({ length: to - from + 1 }, (_, at) => startOf(from + at));
  const part = Math.max(3, Math.round(starts.length / 6));
  const middle = medianOf(starts.slice(part * 2, -part * 2));
  return [starts.slice(0, part), starts.slice(-part)].map((end) => medianOf(end) - middle > 1);
}

const medianOf = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Frames are thin lines where no tick touches them, or the whole box is filled; the stems of a bold letter are neither. */
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
function standsFree(mask: InkMask, box: PixelBox): boolean {
  const { left, right, top, bottom } = box;
  const most = Math.round(Math.min(mask.width, mask.height) * roomMax);
  const room = Math.max(4, Math.min(most, Math.round((right - left) * 0.28)));
  const isInk = inkAt(mask);
  const outward = (is: (out: number) => boolean) => {
    for (let out = 3; out <= room; out++) if (is(out)) return true;
    return false;
  };
  const crossed = [
    shareOf(top, bottom, (y) => outward((out) => isInk(left - out, y))),
    shareOf(top, bottom, (y) => outward((out) => isInk(right + out, y))),
    shareOf(left, right, (x) => outward((out) => isInk(x, top - out))),
    shareOf(left, right, (x) => outward((out) => isInk(x, bottom + out))),
  ].sort((a, b) => a - b);
  if ((crossed[3] ?? 1) <= crossedMax) return true;
  return (crossed[2] ?? 1) <= crossedMax && (crossed[3] ?? 1) <= crossedOnce && isFaultless(mask, box);
}

/** Close to a word only a frame without any gap is a box: letters of a bold headline run into each other as well. */
function isFaultless(mask: InkMask, { left, right, top, bottom }: PixelBox): boolean {
  const isInk = inkAt(mask);
  const near = (is: (inward: number) => boolean) => [-1, 0, 1].some(is);
  const sides = [
    shareOf(top, bottom, (y) => near((inward) => isInk(left + inward, y))),
    shareOf(top, bottom, (y) => near((inward) => isInk(right - inward, y))),
    shareOf(left, right, (x) => near((inward) => isInk(x, top + inward))),
    shareOf(left, right, (x) => near((inward) => isInk(x, bottom - inward))),
  ];
  return Math.min(...sides) >= 0.97;
}

/** In a table, and in a row of boxes for digits, two sides of a square go on beyond it, one above the other. */
function isCell(mask: InkMask, { left, right, top, bottom }: PixelBox): boolean {
  const reach = Math.max(8, Math.round((right - left) * 0.45));
  const goesOn = (is: (out: number) => boolean) => shareOf(3, reach, is) >= 0.85;
  const along = (from: number, step: 1 | -1) => (y: number) =>
    goesOn((out) => isInkNear(mask, from + step * out, y, 0, 2)); // prettier-ignore
  const down = (from: number, step: 1 | -1) => (x: number) =>
    goesOn((out) => isInkNear(mask, x, from + step * out, 2, 0)); // prettier-ignore
  const pairs = [
    [top, bottom].map(along(right, 1)),
    [top, bottom].map(along(left, -1)),
    [left, right].map(down(bottom, 1)),
    [left, right].map(down(top, -1)),
  ];
  return pairs.some((pair) => pair.every(Boolean));
}
