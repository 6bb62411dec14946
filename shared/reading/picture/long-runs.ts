import type { InkRun } from './ink-runs.ts';

/** A mask looked at along its rows, or down its columns: where the next pixel of a row lies, and where the next row. */
export type Lying = { bits: Uint8Array; length: number; rows: number; step: number; stride: number };

type RowRun = InkRun & { y: number };

/**
 * Runs of ink of at least `shortest` pixels, each row taken with the next, since a sloping line shows in neighbouring rows. A run so
 * long covers one of the places that are looked at: between them nothing is, and most of a page is never looked at.
 */
export function longRuns(mask: Lying, holeMax: number, shortest: number): RowRun[] {
  const runs: RowRun[] = [];
  const hop = Math.max(1, shortest - holeMax);
  for (let y = 0; y + 1 < mask.rows; y++) {
    for (let x = 0; x < mask.length; x += hop) {
      const seen = inkFrom(mask, y, x, holeMax);
      if (seen < 0) continue;
      const from = endOf(mask, y, seen, -1, holeMax);
      const to = endOf(mask, y, seen, 1, holeMax);
      if (to - from + 1 >= shortest) runs.push({ y, from, to });
      x += Math.floor((to - x) / hop) * hop;
    }
  }
  return runs;
}

/** The first ink from `x` on, at most a hole further; -1 for none. */
function inkFrom(mask: Lying, y: number, x: number, holeMax: number): number {
  for (let at = x; at <= x + holeMax && at < mask.length; at++) if (isInk(mask, y, at)) return at;
  return -1;
}

function endOf(mask: Lying, y: number, seen: number, way: 1 | -1, holeMax: number): number {
  let end = seen;
  for (let at = seen + way; at >= 0 && at < mask.length && Math.abs(at - end) <= holeMax + 1; at += way) {
    if (isInk(mask, y, at)) end = at;
  }
  return end;
}

function isInk({ bits, step, stride }: Lying, y: number, x: number): boolean {
  const at = y * stride + x * step;
  return bits[at] === 1 || bits[at + stride] === 1;
}
