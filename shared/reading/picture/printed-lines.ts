import type { InkPatch } from './ink-patch.ts';
import { inkRuns } from './ink-runs.ts';

/** Lines that were printed to write on or around: which pixels they are, and how high the lowest level one lies. */
export type PrintedLines = { pixels: Uint8Array; base: number | null };

const lineFrom = 0.3;

/**
 * `longest` is how long a line must be, `thickest` how thick it may be, in pixels. A stroke that crosses a line keeps its
 * ink.
 */
export function printedLines(
  patch: InkPatch,
  longest: { along: number; down: number },
  thickest: number,
): PrintedLines {
  const pixels = new Uint8Array(patch.width * patch.height);
  const base = markLines(fieldOf(patch, true), longest.along, thickest, pixels);
  markLines(fieldOf(patch, false), longest.down, thickest, pixels);
  return { pixels, base };
}

/** A patch seen along its rows or down its columns. */
type Field = {
  lines: number;
  length: number;
  at: (line: number, at: number) => number;
  isDark: (line: number, at: number) => boolean;
}; // prettier-ignore

function fieldOf({ width, height, dark }: InkPatch, isLevel: boolean): Field {
  const [lines, length] = isLevel ? [height, width] : [width, height];
  const at = (line: number, along: number) => (isLevel ? line * width + along : along * width + line);
  const isDark = (line: number, along: number) => line >= 0 && line < lines && (dark[at(line, along)] ?? 0) >= lineFrom;
  return { lines, length, at, isDark };
}

function markLines(field: Field, long: number, thickest: number, pixels: Uint8Array): number | null {
  let last: number | null = null;
  for (let line = 0; line < field.lines; line++) {
    const isNear = (at: number) => [0, -1, 1].some((off) => field.isDark(line + off, at));
    for (const { from, to } of inkRuns(field.length, isNear, 1)) {
      if (to - from < long) continue;
      last = line;
      for (let at = from; at <= to; at++) markAcross(field, line, at, thickest, pixels);
    }
  }
  return last;
}

/** The ink of the line at one place with its soft edges, unless it is thicker than a line is. */
function markAcross(field: Field, line: number, at: number, thickest: number, pixels: Uint8Array): void {
  const off = [0, -1, 1].find((one) => field.isDark(line + one, at)) ?? 0;
  let [first, end] = [line + off, line + off];
  while (end - first < thickest && field.isDark(first - 1, at)) first -= 1;
  while (end - first < thickest && field.isDark(end + 1, at)) end += 1;
  if (end - first >= thickest) return;
  for (let one = Math.max(0, first - 1); one <= Math.min(field.lines - 1, end + 1); one++)
    pixels[field.at(one, at)] = 1;
}
