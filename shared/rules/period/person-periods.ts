import { dayInWords, yearOf } from '#shared/domain/calendar.ts';
import type { Span } from '../counting/measure.ts';
import type { Facts } from '../facts.ts';
import type { Programme } from '../programme.ts';
import type { Period, PeriodRule } from './period.ts';
import { periodOf, periodRuleIn } from './period-facts.ts';

/** The period that a report is about. A report year is the year in which its period ends. */
export type ReportPeriod = {
  readonly year: number;
  readonly kind: Period['kind'];
  /** the days in which trainings count, whoever the person is; null when nobody can say which days those are */
  readonly span: Span | null;
  /** the last day on which the report is in time; null when it is not published or not known */
  readonly due: string | null;
  /** the fact of the roster that the period hangs on, where the roster does not say it */
  readonly notOnFile: PeriodRule['countedFrom'];
  readonly countedFrom: PeriodRule['countedFrom'];
  /** false: the programme's pages begin with a later year */
  readonly isRuled: boolean;
};

/** The periods of one person: which one a day belongs to, or a year that is written on a form. */
export type PersonPeriods = {
  readonly in: (year: number) => ReportPeriod;
  readonly yearOfDay: (day: string) => number;
  readonly yearStated: (written: number) => number;
  /** the report year before that one; null when there is none */
  readonly yearBefore: (year: number) => number | null;
};

/** Longer than the longest period there is, so that the search for one ends. */
const yearsMost = 6;

/** `roster`: the days of the person that periods are counted from; a day that is not known is left out. */
export function personPeriods(programme: Programme, roster: Facts): PersonPeriods {
  const inYear = (year: number) => reportPeriod(programme, roster, year);
  const yearOfDay = (day: string) => {
    const years = Array.from({ length: yearsMost }, (_each, ahead) => yearOf(day) + ahead);
    const found = years.find((year) => {
      const { span } = inYear(year);
      return span !== null && span.start <= day && day <= span.lastDay;
    });
    return found ?? yearOf(day);
  };
  return {
    in: inYear,
    yearOfDay,
    yearStated: (written) => {
      const { kind, isRuled } = inYear(written);
      // no period ends in that year: the one that it lies in is meant
      return kind === 'none' || !isRuled ? yearOfDay(`${written}-12-31`) : written;
    },
    yearBefore: (year) => {
      const years = Array.from({ length: yearsMost }, (_each, back) => year - 1 - back);
      return years.find((each) => inYear(each).span !== null) ?? null;
    },
  };
}

function reportPeriod(programme: Programme, roster: Facts, year: number): ReportPeriod {
  const rule = periodRuleIn(programme.period.periods, year);
  const period = periodOf(programme, roster, year);
  const notOnFile = rule?.countedFrom && roster[rule.countedFrom] === undefined ? rule.countedFrom : null;
  return {
    year,
    kind: period?.kind ?? null,
    span: rule ? spanOf(programme, rule, roster, year) : null,
    due: period?.due ?? null,
    notOnFile,
    countedFrom: rule?.countedFrom ?? null,
    isRuled: rule !== undefined,
  };
}

/** A calendar year or a fixed date is the same for everybody; somebody's own first day only says what is due in it. */
function spanOf(programme: Programme, { basis }: PeriodRule, roster: Facts, year: number): Span | null {
  const isOwn = basis === 'anniversary' || basis === 'end of month';
  const period = periodOf(programme, isOwn ? roster : {}, year);
  return period?.start && period.lastDay ? { start: period.start, lastDay: period.lastDay } : null;
}

/** Where no due day is published, the last day of the period itself. */
export const lastDayInTime = ({ due, span }: Pick<ReportPeriod, 'due' | 'span'>): string | null =>
  due ?? span?.lastDay ?? null;

/** Neither late nor in time while nobody can say by when it was due. */
export function isPast(period: Pick<ReportPeriod, 'due' | 'span'>, day: string): boolean {
  const last = lastDayInTime(period);
  return last !== null && day > last;
}

/** "2026" for a calendar year, else its two days. */
export function spanInWords({ start, lastDay }: Span): string {
  const isWholeYear = start === `${yearOf(lastDay)}-01-01` && lastDay === `${yearOf(lastDay)}-12-31`;
  return isWholeYear ? String(yearOf(lastDay)) : `${dayInWords(start)} to ${dayInWords(lastDay)}`;
}
