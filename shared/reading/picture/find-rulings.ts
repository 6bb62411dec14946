import { type InkMask, transpose } from './ink-mask.ts';
import { inkRunsOfRow } from './ink-runs.ts';

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

type Run = { y: number; from: number; to: number };

/** Straight thin lines along and down the page, even when they slope a little. */
export function findRulings(mask: InkMask): Ruling[] {
  const unit = Math.min(mask.width, mask.height);
  const along = linesAlong(mask, unit).map((box) => ({ ...box, direction: 'horizontal' as const }));
  const down = linesAlong(transpose(mask), unit).map(({ left, top, right, bottom }) => ({
    ...{ left: top, top: left, right: bottom, bottom: right },
    direction: 'vertical' as const,
  }));
  return [...along, ...down].slice(0, rulingsMax);
}

function linesAlong(mask: InkMask, unit: number): PixelBox[] {
  const thickest = Math.max(4, Math.round(unit * thicknessMax));
  const runs = runsOf(mask, Math.round(unit * lengthMin));
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

/** Long runs of ink in a row; a sloping line shows as runs in neighbouring rows, so each row is looked at with the next. */
function runsOf({ width, height, bits }: InkMask, shortest: number): Run[] {
  const runs: Run[] = [];
  const line = new Uint8Array(width);
  for (let y = 0; y + 1 < height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) line[x] = (bits[row + x] ?? 0) | (bits[row + width + x] ?? 0);
    for (const { from, to } of inkRunsOfRow(line, holeMax, shortest)) runs.push({ y, from, to });
  }
  return runs;
}

/** Runs that touch, also end to end a row apart, are one line. */
function joinRuns(runs: readonly Run[]): PixelBox[] {
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
function isSlender({ width, bits }: InkMask, box: PixelBox): boolean {
  const depths: number[] = [];
  for (let x = box.left; x <= box.right; x += 2) {
    const column = inkRows(bits, width, x, box);
    if (column !== null) depths.push(column.bottom - column.top + 1);
  }
  const usual = depths.sort((a, b) => a - b)[depths.length >> 1] ?? 1;
  return box.right - box.left + 1 >= usual * slendernessMin;
}

/** A line has paper on both sides for most of its length; the bar of a letter or the edge of a dark band has not. */
function standsAlone({ width, height, bits }: InkMask, box: PixelBox): boolean {
  let free = 0;
  let looked = 0;
  for (let x = box.left; x <= box.right; x += 2) {
    const column = inkRows(bits, width, x, box);
    if (column === null) continue;
    looked += 1;
    const isPaper = (from: number, to: number) => {
      for (let y = Math.max(0, from); y <= Math.min(height - 1, to); y++) if (bits[y * width + x] === 1) return false;
      return true;
    };
    if (isPaper(column.top - freeSpace, column.top - 2) && isPaper(column.bottom + 2, column.bottom + freeSpace))
      free += 1;
  }
  return looked > 0 && free / looked > 0.7;
}

function inkRows(bits: Uint8Array, width: number, x: number, box: PixelBox): { top: number; bottom: number } | null {
  let [top, bottom] = [-1, -1];
  for (let y = box.top; y <= box.bottom; y++) {
    if (bits[y * width + x] !== 1) continue;
    if (top < 0) top = y;
    bottom = y;
  }
  return top < 0 ? null : { top, bottom };
}
