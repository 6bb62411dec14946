import { dayInWords } from '#shared/domain/calendar.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { PeriodRule } from '#shared/rules/period/period.ts';
import { isPast, type PersonPeriods, type ReportPeriod, spanInWords } from '#shared/rules/period/person-periods.ts';
import { type Concern, concern } from './concern.ts';

/**
 * Whether the machine may count anything for this person and period at all: not before the first one that counts (readings
 * A6, A7), not while the roster does not say what the period hangs on, not for somebody inactive, not for a period long gone.
 */
export function standingConcerns(
  period: ReportPeriod,
  periods: PersonPeriods,
  receivedDay: string,
  person: Specialist,
): Concern[] {
  return [
    ...agoConcerns(period, periods, receivedDay),
    ...periodConcerns(period),
    ...(person.status === 'active'
      ? []
      : [concern('needs-human-decision', 'A person has to look at your standing first.')]),
  ];
}

function agoConcerns(period: ReportPeriod, periods: PersonPeriods, receivedDay: string): Concern[] {
  const running = periods.yearOfDay(receivedDay);
  if (period.year === running || period.year === periods.yearBefore(running)) return [];
  const { span, year } = period;
  const isYear = span === null || spanInWords(span) === String(year);
  const why = isYear
    ? `The form is about ${year}, which is neither this year nor the last.`
    : `The form is about ${spanInWords(span)}, which is neither the running period nor the one before.`;
  return [concern('out-of-period', why)];
}

type Counted = NonNullable<PeriodRule['countedFrom']>;
const dayNames: Readonly<Record<Counted, string>> = {
  'first training day': 'The day of your first training',
  'certification day': 'The day you were certified',
};
const doneIn: Readonly<Record<Counted, string>> = {
  'first training day': 'your first training was',
  'certification day': 'you were certified',
};

function periodConcerns({ kind, year, span, notOnFile, countedFrom, isRuled }: ReportPeriod): Concern[] {
  if (!isRuled) return [concern('needs-human-decision', `Our rules do not go back to ${year}; a person will look.`)];
  if (notOnFile) return [concern('needs-human-decision', `${dayNames[notOnFile]} is not on file.`)];
  const which = span === null ? String(year) : spanInWords(span);
  const days = which === String(year) ? 'year' : 'period';
  if (kind === 'not due' && countedFrom) {
    return [concern('not-yet-due', `No report is due for ${which}: ${doneIn[countedFrom]} in that ${days} or later.`)];
  }
  if (kind === 'waived') {
    return [concern('not-yet-due', `Nothing is asked of you for ${which}: you were certified shortly before its end.`)];
  }
  if (kind === 'none') {
    return [concern('not-yet-due', `None of your periods ends in ${year}; a person will look which one is meant.`)];
  }
  return span === null ? [concern('needs-human-decision', 'Nobody has said yet how long your period is.')] : [];
}

/** Too late stops no credit from counting; what follows from it is a person's to say. */
export function lateConcerns(period: ReportPeriod, receivedDay: string): Concern[] {
  if (!isPast(period, receivedDay)) return [];
  const { due, span } = period;
  const came = `This arrived on ${dayInWords(receivedDay)}, after`;
  if (due !== null) return [concern('past-deadline', `${came} ${dayInWords(due)}.`)];
  const lastDay = span === null ? '' : dayInWords(span.lastDay);
  const why = `${came} your period ended on ${lastDay}. By when a report is due is not published; a person will look.`;
  return [concern('needs-human-decision', why)];
}
