/** From and to, both included. */
export type InkRun = { from: number; to: number };

/**
 * The same along one row of a whole page, where no question may be asked for each pixel: `isInk` is 1 at ink. Only those
 * of at least `shortest` pixels.
 */
export function inkRunsOfRow(isInk: Uint8Array, holeMax: number, shortest: number): InkRun[] {
  const runs: InkRun[] = [];
  let from = isInk.indexOf(1);
  while (from >= 0) {
    const to = endOfRun(isInk, from, holeMax);
    if (to - from + 1 >= shortest) runs.push({ from, to });
    from = isInk.indexOf(1, to + 1);
  }
  return runs;
}

function endOfRun(isInk: Uint8Array, from: number, holeMax: number): number {
  let to = from;
  for (let at = from + 1; at < isInk.length && at - to <= holeMax + 1; at++) if (isInk[at] === 1) to = at;
  return to;
}

/** Stretches of ink along one row or column; `holeMax` missing pixels do not end a stretch. */
export function inkRuns(length: number, isInk: (at: number) => boolean, holeMax: number): InkRun[] {
  const runs: InkRun[] = [];
  let current: InkRun | null = null;
  for (let at = 0; at < length; at++) {
    if (!isInk(at)) continue;
    if (current !== null && at - current.to <= holeMax + 1) current.to = at;
    else {
      current = { from: at, to: at };
      runs.push(current);
    }
  }
  return runs;
}
