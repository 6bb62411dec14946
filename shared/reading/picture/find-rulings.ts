import type { InkMask } from './ink-mask.ts';
import { type Lying, longRuns } from './long-runs.ts';

/** A rectangle in pixels. */
export type PixelBox = { left: number; top: number; right: number; bottom: number };
export type Ruling = PixelBox & { direction: 'horizontal' | 'vertical' };

/** Shares of the page's width. */
const lengthMin = 0.026;
/** The stem of a large letter is long too, but not this many times longer than thick. */
const slendernessMin = 10;
const thicknessMax = 0.006;
/** White pixels that a poor copy leaves in a line. */
const holeMax = 1;
/** Pieces of one broken line lie this close, end to end. */
const breakMax = 24;
/** Paper above and below a line, in pixels. */
const freeSpace = 7;
const rulingsMax = 3000;

/** Straight thin lines along and down the page, even when they slope a little. */
export function findRulings(mask: InkMask): Ruling[] {
  const unit = Math.min(mask.width, mask.height);
  const { width, height, bits } = mask;
  const [level, upright] = [
    { bits, length: width, rows: height, step: 1, stride: width },
    { bits, length: height, rows: width, step: width, stride: 1 },
  ];
  const along = linesAlong(level, unit).map((box) => ({ ...box, direction: 'horizontal' as const }));
  const down = linesAlong(upright, unit).map(({ left, top, right, bottom }) => ({
    ...{ left: top, top: left, right: bottom, bottom: right },
    direction: 'vertical' as const,
  }));
  return [...along, ...down].slice(0, rulingsMax);
}

function linesAlong(mask: Lying, unit: number): PixelBox[] {
  const thickest = Math.max(4, Math.round(unit * thicknessMax));
  const runs = longRuns(mask, holeMax, Math.round(unit * lengthMin));
  const lines = joinRuns(runs).filter(
    (box) =>
      box.bottom - box.top <= thickest + (box.right - box.left) * 0.006 &&
      isSlender(mask, box) &&
      standsAlone(mask, box),
  );
  return joinPieces(lines);
}

/** A poor copy breaks lines: pieces on one level that nearly touch are one again. */
function joinPieces(lines: readonly PixelBox[]): PixelBox[] {
  const joined: PixelBox[] = [];
  for (const line of [...lines].sort((a, b) => a.left - b.left)) {
    const before = joined.find(
      (one) =>
        line.left <= one.right + breakMax &&
        line.left > one.left &&
        line.top <= one.bottom + 3 &&
        line.bottom >= one.top - 3,
    );
    if (before === undefined) joined.push({ ...line });
    else {
      before.right = Math.max(before.right, line.right);
      before.top = Math.min(before.top, line.top);
      before.bottom = Math.max(before.bottom, line.bottom);
    }
  }
  return joined;
}

/** Runs that touch, also end to end a row apart, are one line. */
function joinRuns(runs: ReturnType<typeof longRuns>): PixelBox[] {
  const open: PixelBox[] = [];
  const done: PixelBox[] = [];
  for (const { y, from, to } of runs) {
    for (let at = open.length - 1; at >= 0; at--) {
      const box = open[at];
      if (box !== undefined && box.bottom < y - 2) done.push(...open.splice(at, 1));
    }
    const touching = open.filter((box) => box.left <= to + 6 && box.right >= from - 6);
    const joined = {
      left: Math.min(from, ...touching.map((box) => box.left)),
      right: Math.max(to, ...touching.map((box) => box.right)),
      top: Math.min(y, ...touching.map((box) => box.top)),
      bottom: y + 1,
    };
    for (const box of touching) open.splice(open.indexOf(box), 1);
    open.push(joined);
  }
  return [...done, ...open];
}

/** By the thickness of its ink: a sloping line is slender in a high box. */
function isSlender(mask: Lying, box: PixelBox): boolean {
  const depths: number[] = [];
  for (let x = box.left; x <= box.right; x += 2) {
    const column = inkRows(mask, x, box);
    if (column !== null) depths.push(column.bottom - column.top + 1);
  }
  const usual = depths.sort((a, b) => a - b)[depths.length >> 1] ?? 1;
  return box.right - box.left + 1 >= usual * slendernessMin;
}

/** A line has paper on both sides for most of its length; the bar of a letter or the edge of a dark band has not. */
function standsAlone(mask: Lying, box: PixelBox): boolean {
  const { bits, rows, step, stride } = mask;
  let free = 0;
  let looked = 0;
  for (let x = box.left; x <= box.right; x += 2) {
    const column = inkRows(mask, x, box);
    if (column === null) continue;
    looked += 1;
    const isPaper = (from: number, to: number) => {
      for (let y = Math.max(0, from); y <= Math.min(rows - 1, to); y++) {
        if (bits[y * stride + x * step] === 1) return false;
      }
      return true;
    };
    if (isPaper(column.top - freeSpace, column.top - 2) && isPaper(column.bottom + 2, column.bottom + freeSpace))
      free += 1;
  }
  return looked > 0 && free / looked > 0.7;
}

function inkRows({ bits, step, stride }: Lying, x: number, box: PixelBox): { top: number; bottom: number } | null {
  let [top, bottom] = [-1, -1];
  for (let y = box.top; y <= box.bottom; y++) {
    if (bits[y * stride + x * step] !== 1) continue;
    if (top < 0) top = y;
    bottom = y;
  }
  return top < 0 ? null : { top, bottom };
}
