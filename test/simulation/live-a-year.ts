import { allChecks } from './checks/all-checks.ts';
import type { Check } from './checks/check.ts';
import { plotSvg } from './report/plot-svg.ts';
import { readingOf } from './report/reading.ts';
import { allHold, reportText } from './report/report-text.ts';
import { totalsOf } from './report/totals.ts';
import { type DayEnd, runYear, type Wish } from './run-year.ts';

export type Lived = { report: string; plot: string; checks: Check[]; holds: boolean };

/** A year from its first mail to its report; nothing of it is left on the disk. */
export async function liveAYear(wish: Wish, onDay?: (end: DayEnd) => void): Promise<Lived> {
  const lived = await runYear(wish, onDay);
  try {
    const checks = await allChecks(lived);
    const found = { checks, totals: await totalsOf(lived), reading: await readingOf(lived) };
    return { report: reportText(lived, found), plot: plotSvg(lived), checks, holds: allHold(checks) };
  } finally {
    await lived.office.closeAndRemove();
  }
}
