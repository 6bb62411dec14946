import { describe, expect, it } from 'vitest';
import { standingWords } from '#shared/domain/standing-word.ts';
import { type PersonPeriods, personPeriods, type ReportPeriod } from '#shared/rules/period/person-periods.ts';
import { lastDayPasses, nextPeriodBegins } from '#shared/rules/standing/next-look-on.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const of2026: ReportPeriod = {
  year: 2026,
  kind: 'regular',
  span: { start: '2026-01-01', lastDay: '2026-12-31' },
  due: '2027-01-31',
  notOnFile: null,
  countedFrom: null,
  isRuled: true,
};
const passes = (word: (typeof standingWords)[number], today: string, own: Partial<ReportPeriod> = {}) =>
  lastDayPasses({ ...of2026, ...own }, word, today);

describe('the day after the last one in time', () => {
  it('matters where a report is still open, and to nobody else', () => {
    const open = standingWords.filter((word) => passes(word, '2026-11-22') === '2027-02-01');

    expect(open).toEqual(['nothing-received', 'in-progress', 'documents-incomplete', 'in-review', 'cannot-tell']);
    expect(passes('met', '2026-11-22')).toBeNull();
    expect(passes('in-progress', '2027-01-31')).toBe('2027-02-01');
  });

  it('is none after it has passed', () => {
    expect(passes('in-progress', '2027-02-01')).toBeNull();
  });

  it('is the day after the period where no due day is published, and none where nobody knows its days', () => {
    expect(passes('in-progress', '2026-11-22', { due: null })).toBe('2027-01-01');
    expect(passes('cannot-tell', '2026-11-22', { span: null, due: null })).toBeNull();
  });
});

describe('the day on which the next period begins', () => {
  /** A programme in which only these years have a period that anybody knows. */
  const periodsOf = (spans: Readonly<Record<number, ReportPeriod['span']>>): PersonPeriods => ({
    in: (year) => ({ ...of2026, year, span: spans[year] ?? null }),
    yearOfDay: (day) => Number(day.slice(0, 4)),
    yearStated: (written) => written,
    yearBefore: () => null,
  });
  const calendarYear = (year: number) => ({ [year]: { start: `${year}-01-01`, lastDay: `${year}-12-31` } });

  it('follows the last one of the present period', async () => {
    const periods = personPeriods(await programmeNamed('louisiana-rpss'), { 'first training day': '2020-05-01' });

    expect(nextPeriodBegins(periods, '2026-01-01')).toBe('2027-01-01');
    expect(nextPeriodBegins(periods, '2026-12-31')).toBe('2027-01-01');
    expect(nextPeriodBegins(periods, '2027-01-01')).toBe('2028-01-01');
  });

  it('may be the first of the very first one', () => {
    const first = periodsOf({ 2026: { start: '2026-04-15', lastDay: '2026-12-31' } });

    expect(nextPeriodBegins(first, '2026-04-14')).toBe('2026-04-15');
    expect(nextPeriodBegins(first, '2026-04-15')).toBe('2027-01-01');
  });

  it('is looked for anew each year where today lies in none that anybody knows', () => {
    expect(nextPeriodBegins(periodsOf({}), '2026-11-22')).toBe('2027-01-01');
    expect(nextPeriodBegins(periodsOf(calendarYear(2029)), '2026-11-22')).toBe('2027-01-01');
  });
});
