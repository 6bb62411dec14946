import type { PixelBox } from './find-rulings.ts';
import type { InkMask } from './ink-mask.ts';
import { type InkRun, inkRuns } from './ink-runs.ts';

/** More than specks of a poor copy. */
const tickedFrom = 0.06;
/** Of the inside's length: one stroke that goes so far, and no other beside it, may only pass through. */
const passesFrom = 0.75;
/** Pixels that a stroke may waver while it goes one way. */
const waver = 2;

export type BoxState = { inked: number; checked: boolean; confidence: number };

/** Whether there is a mark in a box: by the share of its inside that is dark, and by how the ink runs. */
export function stateOf({ width, bits }: InkMask, box: PixelBox): BoxState {
  const rim = Math.max(4, Math.round((box.right - box.left) * 0.2));
  const wide = Math.max(0, box.right - box.left - rim * 2 + 1);
  const high = Math.max(0, box.bottom - box.top - rim * 2 + 1);
  const isInk = (x: number, y: number) => bits[(box.top + rim + y) * width + box.left + rim + x] === 1;
  const columns = countInk(wide, high, isInk);
  const rows = countInk(high, wide, (y, x) => isInk(x, y));
  const inked = wide * high === 0 ? 0 : sumOf(columns) / (wide * high);
  return {
    inked,
    checked: inked >= tickedFrom,
    confidence: surenessOf(
      inked,
      () => isPassing(),
      () => isLopsided(columns) || isLopsided(rows),
    ),
  }; // prettier-ignore

  function isPassing(): boolean {
    return isOneStroke(wide, high, isInk) || isOneStroke(high, wide, (y, x) => isInk(x, y));
  }
}

function surenessOf(inked: number, isPassing: () => boolean, isLopsided: () => boolean): number {
  if (inked < tickedFrom / 3) return 0.95;
  if (inked <= tickedFrom * 2) return isPassing() ? 0.55 : 0.6;
  return isPassing() || isLopsided() ? 0.55 : 0.95;
}

function countInk(long: number, wide: number, isInk: (along: number, across: number) => boolean): number[] {
  return Array.from({ length: long }, (_, along) => {
    let count = 0;
    for (let across = 0; across < wide; across++) if (isInk(along, across)) count += 1;
    return count;
  });
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Nearly all ink lies on one side: a stroke beside the middle is no tick. */
function isLopsided(counts: readonly number[]): boolean {
  const half = Math.floor(counts.length / 2);
  const parts = [sumOf(counts.slice(0, half)), sumOf(counts.slice(-half))];
  return Math.min(...parts) < sumOf(parts) * 0.05;
}

/** The tail of another tick, or a line through the words, crosses a box in one stroke that never turns back. */
function isOneStroke(long: number, wide: number, isInk: (along: number, across: number) => boolean): boolean {
  const middles: number[] = [];
  for (let along = 0; along < long; along++) {
    const runs = inkRuns(wide, (across) => isInk(along, across), 1);
    if (runs.length > 1 || isThick(runs[0], wide)) return false;
    if (runs[0] !== undefined) middles.push((runs[0].from + runs[0].to) / 2);
  }
  if (middles.length < long * passesFrom) return false;
  return isOneWay(middles) || isOneWay([...middles].reverse());
}

const isThick = (run: InkRun | undefined, wide: number) => run !== undefined && run.to - run.from + 1 > wide * 0.75;

function isOneWay(middles: readonly number[]): boolean {
  let most = Number.NEGATIVE_INFINITY;
  for (const middle of middles) {
    if (middle < most - waver) return false;
    most = Math.max(most, middle);
  }
  return true;
}
