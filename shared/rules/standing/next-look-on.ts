import { yearOf } from '#shared/domain/calendar.ts';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { StandingWord } from '#shared/domain/standing-word.ts';
import { lastDayInTime, type PersonPeriods, type ReportPeriod } from '../period/person-periods.ts';

/** On these the last day of a period still has an effect; on the others only papers, pages or people have one. */
const waitsForDay: ReadonlySet<StandingWord> = new Set([
  'nothing-received',
  'in-progress',
  'documents-incomplete',
  'in-review',
  'cannot-tell',
]);

/**
 * The next day after today on which the calendar alone may change how a period stands. Null: none. `period` is the one with an
 * extension, where a named person gave one.
 */
export function lastDayPasses(period: ReportPeriod, word: StandingWord, today: string): string | null {
  const last = lastDayInTime(period);
  return last !== null && last >= today && waitsForDay.has(word) ? addDays(last, 1) : null;
}

/** Longer than the longest period there is. */
const yearsAhead = 6;

/** The next day that lies in another period than today. Where today lies in none, at the latest the new year. */
export function nextPeriodBegins(periods: PersonPeriods, today: string): string {
  const { span } = periods.in(periods.yearOfDay(today));
  if (span !== null && span.start <= today && today <= span.lastDay) return addDays(span.lastDay, 1);
  const years = Array.from({ length: yearsAhead }, (_each, ahead) => yearOf(today) + ahead);
  const starts = years.flatMap((year) => periods.in(year).span?.start ?? []).filter((start) => start > today);
  return [...starts, `${yearOf(today) + 1}-01-01`].sort()[0] ?? `${yearOf(today) + 1}-01-01`;
}
