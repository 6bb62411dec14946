import { allChecks } from './checks/all-checks.ts';
import type { Check } from './checks/check.ts';
import { plotSvg } from './report/plot-svg.ts';
import { readingOf } from './report/reading.ts';
import { allHold, reportText } from './report/report-text.ts';
import { totalsOf } from './report/totals.ts';
import { yearFilesOf } from './report/year-report.ts';
import { type DayEnd, runYear, type Wish } from './run-year.ts';

export type Lived = {
  report: string;
  checks: Check[];
  holds: boolean;
  /** by name: our report and plot, and what the office itself would make of the year */
  files: Map<string, string | Uint8Array>;
};

/** A year from its first mail to its report; nothing of it is left on the disk. */
export async function liveAYear(wish: Wish, onDay?: (end: DayEnd) => void): Promise<Lived> {
  const lived = await runYear(wish, onDay);
  try {
    const checks = await allChecks(lived);
    const found = { checks, totals: await totalsOf(lived), reading: await readingOf(lived) };
    const report = reportText(lived, found);
    const files = new Map<string, string | Uint8Array>(await yearFilesOf(lived));
    files.set('report.txt', report);
    files.set('year.svg', plotSvg(lived));
    return { report, checks, holds: allHold(checks), files };
  } finally {
    await lived.office.closeAndRemove();
  }
}
