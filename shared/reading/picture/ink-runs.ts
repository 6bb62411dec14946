/** From and to, both included. */
export type InkRun = { from: number; to: number };

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
