import { yearOf } from '#shared/domain/calendar.ts';
import { addDays, addMonths, dayOfYear, lastDayOfMonth } from '#shared/domain/day-arithmetic.ts';
import type { Span } from '../counting/measure.ts';

export const bases = ['calendar year', 'fixed date', 'anniversary', 'end of month'] as const;
export type Basis = (typeof bases)[number];

/** Where a day lies: so many days before or after the last day, or on a date of the year in which the period ends. */
export type Offset =
  | { readonly is: 'days from the last day'; readonly days: number }
  | { readonly is: 'date'; readonly month: number; readonly day: number; readonly nextYear: boolean };

export type FirstPeriod =
  | { readonly is: 'next calendar year' }
  | { readonly is: 'immediate' }
  | { readonly is: 'waived'; readonly months: number }
  | { readonly is: 'provisional'; readonly months: number };

/** The page period.md. null: not published, and what hangs on it is not known. */
export type PeriodRule = {
  /** first report year for which this holds */
  readonly fromYear: number;
  readonly basis: Basis;
  readonly countedFrom: 'first training day' | 'certification day' | null;
  readonly months: number | null;
  /** the last day of a period with a fixed date */
  readonly endsOn: { readonly month: number; readonly day: number; readonly years: 'every' | 'odd' | 'even' };
  readonly subPeriodMonths: number | null;
  readonly firstPeriod: FirstPeriod | null;
  readonly windowOpens: Offset | null;
  readonly due: Offset | null;
  readonly windowCloses: Offset | null;
};

/** The period that ends in the report year. A part that is null is not known. */
export type Period = {
  /** none: no period ends in that year; not due: it is the period before the first that counts */
  readonly kind: 'regular' | 'provisional' | 'waived' | 'not due' | 'none' | null;
  readonly start: string | null;
  readonly lastDay: string | null;
  readonly due: string | null;
  readonly windowOpens: string | null;
  readonly windowCloses: string | null;
  /** the parts in which hours are counted, one without sub-periods; null when its days are not known */
  readonly parts: readonly Span[] | null;
};

type Raw = Pick<Period, 'kind' | 'start' | 'lastDay'>;
const unknown: Raw = { kind: null, start: null, lastDay: null };
const none: Raw = { kind: 'none', start: null, lastDay: null };

/** `since`: the day the periods are counted from, undefined when the roster does not say it. */
export function periodIn(rule: PeriodRule, year: number, since: string | undefined): Period {
  const raw = withWaiver(rule, since, rawPeriod(rule, year, since));
  const offset = (from: Offset | null) => (from && raw.lastDay ? dayAt(from, raw.lastDay) : null);
  return {
    ...raw,
    due: offset(rule.due),
    windowOpens: offset(rule.windowOpens),
    windowCloses: offset(rule.windowCloses),
    parts: raw.start && raw.lastDay ? partsOf({ start: raw.start, lastDay: raw.lastDay }, rule.subPeriodMonths) : null,
  };
}

function rawPeriod(rule: PeriodRule, year: number, since: string | undefined): Raw {
  switch (rule.basis) {
    case 'calendar year':
    case 'fixed date':
      return fixed(rule, year, since);
    case 'anniversary':
    case 'end of month':
      return rolling(rule, year, since);
  }
}

function fixed({ endsOn, months, firstPeriod }: PeriodRule, year: number, since: string | undefined): Raw {
  const ends = endsOn.years === 'every' || (year % 2 === 1) === (endsOn.years === 'odd');
  if (!ends) return none;
  if (months === null) return unknown;
  const lastDay = dayOfYear(year, endsOn);
  const start = addDays(dayOfYear(year - months / 12, endsOn), 1);
  if (since === undefined) return { kind: null, start, lastDay };
  if (since > lastDay) return { kind: 'not due', start, lastDay };
  if (since < start) return { kind: 'regular', start, lastDay };
  if (firstPeriod === null) return { kind: null, start: null, lastDay };
  return { kind: firstPeriod.is === 'next calendar year' ? 'not due' : 'regular', start: since, lastDay };
}

/** Always counted from the first day, so that February 29 comes back in a leap year. */
function rolling({ months, firstPeriod, basis }: PeriodRule, year: number, since: string | undefined): Raw {
  if (since === undefined || months === null) return unknown;
  const provisional = firstPeriod?.is === 'provisional' ? firstPeriod.months : 0;
  const endAfter = (passed: number) =>
    basis === 'end of month' ? endOfMonth(since, passed) : dayBefore(since, passed);
  if (provisional > 0 && yearOf(endAfter(provisional)) === year) {
    return { kind: 'provisional', start: since, lastDay: endAfter(provisional) };
  }
  let passed = provisional + months;
  while (yearOf(endAfter(passed)) < year) passed += months;
  const lastDay = endAfter(passed);
  if (yearOf(lastDay) > year) return none;
  if (passed > months) return { kind: 'regular', start: addDays(endAfter(passed - months), 1), lastDay };
  return { kind: firstPeriod === null ? null : 'regular', start: since, lastDay };
}

const dayBefore = (since: string, passed: number) => addDays(addMonths(since, passed), -1);
const endOfMonth = (since: string, passed: number) => lastDayOfMonth(addMonths(`${since.slice(0, 7)}-01`, passed));

/** Certified less than so many months before the last day: this period asks for nothing. */
function withWaiver({ firstPeriod }: PeriodRule, since: string | undefined, raw: Raw): Raw {
  if (firstPeriod?.is !== 'waived' || raw.kind !== 'regular' || since === undefined || raw.lastDay === null) return raw;
  return addMonths(since, firstPeriod.months) > raw.lastDay ? { ...raw, kind: 'waived' } : raw;
}

function dayAt(offset: Offset, lastDay: string): string {
  if (offset.is === 'days from the last day') return addDays(lastDay, offset.days);
  return dayOfYear(Number(lastDay.slice(0, 4)) + (offset.nextYear ? 1 : 0), offset);
}

function partsOf(whole: Span, months: number | null): Span[] {
  if (months === null) return [whole];
  const parts: Span[] = [];
  for (let passed = 0; passed < 1_200; passed += months) {
    const start = addMonths(whole.start, passed);
    if (start > whole.lastDay) break;
    const lastDay = addDays(addMonths(whole.start, passed + months), -1);
    parts.push({ start, lastDay: [lastDay, whole.lastDay].sort()[0] ?? lastDay });
  }
  return parts;
}
