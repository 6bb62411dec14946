import { yearOf } from '#shared/domain/calendar.ts';
import { addDays, dayOfYear } from '#shared/domain/day-arithmetic.ts';
import type { ReportPeriod } from '../period/person-periods.ts';
import { readDate } from './quiet-days.ts';

/** When a letter is meant to go: on a date of the period, or so many days from its first day or from the day it is due. */
export type Moment =
  | { readonly is: 'date'; readonly month: number; readonly day: number }
  | { readonly is: 'from the first day'; readonly days: number }
  | { readonly is: 'from the due day'; readonly days: number };

export const howToWriteMoment =
  '"on January 15", "14 days after the first day", "30 days before the due day", "on the due day" or "14 days after the due day"';

const daysMost = 400;

export function readMoment(written: string): Moment | null {
  if (written === 'on the due day') return { is: 'from the due day', days: 0 };
  const date = readDate(/^on (.+)$/.exec(written)?.[1] ?? '');
  if (date) return { is: 'date', ...date };
  const [, number = '', side = '', what = ''] = /^(\d+) days? (before|after) the (due|first) day$/.exec(written) ?? [];
  const days = Number(number);
  if (what === '' || days < 1 || days > daysMost) return null;
  if (what === 'first') return side === 'after' ? { is: 'from the first day', days } : null;
  return { is: 'from the due day', days: side === 'before' ? -days : days };
}

/** The day in one person's period; null where the period has none, or its days are not known. */
export function dayOfMoment(moment: Moment, { span, due }: Pick<ReportPeriod, 'span' | 'due'>): string | null {
  if (moment.is === 'from the due day') return due === null ? null : addDays(due, moment.days);
  if (span === null) return null;
  if (moment.is === 'from the first day') return addDays(span.start, moment.days);
  const years = Array.from(
    { length: yearOf(span.lastDay) - yearOf(span.start) + 1 },
    (_, on) => yearOf(span.start) + on,
  );
  const days = years.map((year) => dayOfYear(year, moment));
  return days.find((day) => span.start <= day && day <= span.lastDay) ?? null;
}
