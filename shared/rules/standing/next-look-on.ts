import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { StandingWord } from '#shared/domain/standing-word.ts';
import { lastDayInTime, type ReportPeriod } from '../period/person-periods.ts';

type Known = { readonly period: ReportPeriod; readonly word: StandingWord; readonly today: string };

/** On these the last day of a period still has an effect; on the others only papers, pages or people have one. */
const waitsForDay: ReadonlySet<StandingWord> = new Set([
  'nothing-received',
  'in-progress',
  'documents-incomplete',
  'in-review',
  'cannot-tell',
]);

/**
 * The next day after today on which the calendar alone may change how the period stands, or begins a new one. Null: none.
 * `period` is the one with an extension, where a named person gave one.
 */
export function nextLookOn({ period, word, today }: Known): string | null {
  const last = lastDayInTime(period);
  const days = [
    ...(last !== null && waitsForDay.has(word) ? [addDays(last, 1)] : []),
    // a period whose days nobody knows is taken for a calendar year, as its year is
    addDays(period.span?.lastDay ?? `${period.year}-12-31`, 1),
  ];
  return days.filter((day) => day > today).sort()[0] ?? null;
}
