import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, fullYears, lastDayOfMonth } from '#shared/domain/day-arithmetic.ts';
import { lateFacts } from '#shared/rules/period/late.ts';
import { type Period, type PeriodRule, periodIn } from '#shared/rules/period/period.ts';
import { programmeNamed } from '#test/builders/programmes.ts';

const anniversary: PeriodRule = {
  fromYear: 2024,
  basis: 'anniversary',
  countedFrom: 'certification day',
  months: 12,
  endsOn: { month: 12, day: 31, years: 'every' },
  subPeriodMonths: null,
  firstPeriod: { is: 'immediate' },
  windowOpens: { is: 'days from the last day', days: -90 },
  due: { is: 'days from the last day', days: -14 },
  windowCloses: { is: 'days from the last day', days: 30 },
};
const calendar: PeriodRule = { ...anniversary, basis: 'calendar year', firstPeriod: { is: 'next calendar year' } };
const span = (rule: PeriodRule, year: number, since?: string) => {
  const { kind, start, lastDay } = periodIn(rule, year, since);
  return `${kind} ${start} ${lastDay}`;
};

describe('a calendar year', () => {
  it('asks nothing for the year of the first day, and a whole year after it', () => {
    expect(span(calendar, 2026, '2026-01-02')).toBe('not due 2026-01-02 2026-12-31');
    expect(span(calendar, 2026, '2026-01-01')).toBe('not due 2026-01-01 2026-12-31');
    expect(span(calendar, 2026, '2025-12-31')).toBe('regular 2026-01-01 2026-12-31');
    expect(span(calendar, 2026, '2027-01-01')).toBe('not due 2026-01-01 2026-12-31');
  });

  it('is not known to be due while nobody knows the first day', () => {
    expect(span(calendar, 2026)).toBe('null 2026-01-01 2026-12-31');
  });
});

describe('a year counted from a day', () => {
  it('ends the day before it comes round again', () => {
    expect(span(anniversary, 2026, '2023-03-15')).toBe('regular 2025-03-15 2026-03-14');
    expect(span(anniversary, 2026, '2026-01-02')).toBe('none null null');
    expect(span(anniversary, 2025, '2025-01-01')).toBe('regular 2025-01-01 2025-12-31');
  });

  it('comes back to February 29 in leap years', () => {
    expect(span(anniversary, 2025, '2024-02-29')).toBe('regular 2024-02-29 2025-02-27');
    expect(span(anniversary, 2027, '2024-02-29')).toBe('regular 2026-02-28 2027-02-27');
    expect(span(anniversary, 2028, '2024-02-29')).toBe('regular 2027-02-28 2028-02-28');
    expect(span(anniversary, 2029, '2024-02-29')).toBe('regular 2028-02-29 2029-02-27');
  });

  it('has its window and its due day before the end', () => {
    expect(periodIn(anniversary, 2026, '2023-03-15')).toMatchObject({
      windowOpens: '2025-12-14',
      due: '2026-02-28',
      windowCloses: '2026-04-13',
    });
  });

  it('may begin with a shorter time that asks other things', () => {
    const first: PeriodRule = { ...anniversary, months: 24, firstPeriod: { is: 'provisional', months: 6 } };

    expect(span(first, 2024, '2023-08-31')).toBe('provisional 2023-08-31 2024-02-28');
    expect(span(first, 2026, '2023-08-31')).toBe('regular 2024-02-29 2026-02-27');
    expect(span(first, 2025, '2023-08-31')).toBe('none null null');
  });

  it('asks nothing certain in a first period of which nothing is published', () => {
    const open: PeriodRule = { ...anniversary, firstPeriod: null };

    expect(span(open, 2026, '2025-03-15')).toBe('null 2025-03-15 2026-03-14');
    expect(span(open, 2027, '2025-03-15')).toBe('regular 2026-03-15 2027-03-14');
    expect(span({ ...open, months: null }, 2027, '2025-03-15')).toBe('null null null');
  });
});

describe('the end of the month', () => {
  const month: PeriodRule = { ...anniversary, basis: 'end of month', months: 24 };

  it('is the last day of the month, whatever the day', () => {
    expect(span(month, 2026, '2024-03-15')).toBe('regular 2024-03-15 2026-03-31');
    expect(span(month, 2028, '2024-03-15')).toBe('regular 2026-04-01 2028-03-31');
    expect(span(month, 2026, '2024-02-01')).toBe('regular 2024-02-01 2026-02-28');
    expect(span(month, 2028, '2024-02-29')).toBe('regular 2026-03-01 2028-02-29');
    expect(span(month, 2025, '2024-03-15')).toBe('none null null');
  });
});

describe('a fixed date', () => {
  const fixed: PeriodRule = {
    ...anniversary,
    basis: 'fixed date',
    months: 24,
    endsOn: { month: 9, day: 1, years: 'odd' },
    firstPeriod: { is: 'waived', months: 12 },
  };

  it('ends in odd years only', () => {
    expect(span(fixed, 2025, '2020-01-01')).toBe('regular 2023-09-02 2025-09-01');
    expect(span(fixed, 2026, '2020-01-01')).toBe('none null null');
    expect(span({ ...fixed, endsOn: { month: 9, day: 1, years: 'even' } }, 2026, '2020-01-01')).toBe(
      'regular 2024-09-02 2026-09-01',
    );
  });

  it('frees whoever was certified less than twelve months before it', () => {
    expect(span(fixed, 2025, '2024-09-01')).toBe('regular 2024-09-01 2025-09-01');
    expect(span(fixed, 2025, '2024-09-02')).toBe('waived 2024-09-02 2025-09-01');
    expect(span(fixed, 2025, '2025-09-02')).toBe('not due 2023-09-02 2025-09-01');
  });
});

describe('parts of a period', () => {
  it('lie side by side from the first day to the last', () => {
    const rule: PeriodRule = { ...anniversary, months: 24, subPeriodMonths: 12 };

    expect(periodIn(rule, 2026, '2024-02-29').parts).toEqual([
      { start: '2024-02-29', lastDay: '2025-02-27' },
      { start: '2025-02-28', lastDay: '2026-02-27' },
    ]);
  });
});

/** Every regular period of thirty years; one that is bound to a date ends in every year, second or third year. */
function regularPeriods(rule: PeriodRule, since: string): Period[] {
  const isBound = rule.basis === 'fixed date' || rule.basis === 'calendar year';
  const step = isBound ? (rule.months ?? 12) / 12 : 1;
  return Array.from({ length: 30 }, (_, at) => 2005 + at)
    .filter((year) => year % step === 0)
    .map((year) => periodIn(rule, year, since))
    .filter((each) => each.kind === 'regular');
}

describe('what holds for all periods', () => {
  const day = fc.integer({ min: 0, max: 9_000 }).map((days) => addDays('2005-01-01', days));
  const basis = fc.constantFrom('anniversary', 'end of month', 'calendar year', 'fixed date');
  const months = fc.constantFrom(12, 24, 36);

  it('one follows the other without a gap or an overlap', () => {
    fc.assert(
      fc.property(day, basis, months, (since, kind, length) => {
        const all = regularPeriods({ ...anniversary, basis: kind, months: length }, since);
        for (const [at, each] of all.entries()) {
          const next = all[at + 1];
          if (next) expect(next.start).toBe(addDays(each.lastDay ?? '', 1));
          expect((each.start ?? '') <= (each.lastDay ?? '')).toBe(true);
        }
        expect(all.length).toBeGreaterThan(0);
      }),
    );
  });

  it('days and months are counted as on a calendar', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28');
    expect(lastDayOfMonth('2100-02-10')).toBe('2100-02-28');
    expect([fullYears('2008-02-29', '2026-02-28'), fullYears('2008-02-29', '2026-03-01')]).toEqual([17, 18]);
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -900, max: 900 }),
        (from, days) => daysBetween(from, addDays(from, days)) === days,
      ),
    );
  });
});

describe('a late report', () => {
  it('stands on the step of its day', async () => {
    const { lateSteps } = (await programmeNamed('georgia-cps')).period;
    const on = (reportDay: string) => lateFacts(lateSteps, { due: '2026-12-31', reportDay, today: reportDay });

    expect(on('2026-12-31')).toEqual({ 'days late': 0, 'late step': 'in time' });
    expect(on('2027-01-15')).toEqual({ 'days late': 15, 'late step': 'free days' });
    expect(on('2027-01-16')).toEqual({ 'days late': 16, 'late step': 'with a fee' });
    expect(on('2027-01-31')).toEqual({ 'days late': 31, 'late step': 'with a fee' });
    expect(on('2027-02-01')).toEqual({ 'days late': 32, 'late step': 'after the window' });
  });

  it('is at least as late as today while it is not complete, and not known without a due day', () => {
    expect(lateFacts([], { due: '2026-12-31', reportDay: undefined, today: '2027-01-03' })).toEqual({
      'days late, at least': 3,
    });
    expect(lateFacts([], { due: null, reportDay: '2027-01-03', today: '2027-01-03' })).toEqual({});
  });
});

describe('what lies around a period', () => {
  const around: PeriodRule = {
    ...calendar,
    windowOpens: { is: 'date', month: 10, day: 1, nextYear: false },
    due: { is: 'days from the last day', days: 0 },
    windowCloses: { is: 'date', month: 1, day: 31, nextYear: true },
  };

  it('may lie on dates of its year, or of the next', () => {
    expect(periodIn(around, 2026, '2020-01-01')).toMatchObject({
      windowOpens: '2026-10-01',
      due: '2026-12-31',
      windowCloses: '2027-01-31',
    });
    expect(periodIn({ ...around, windowOpens: null, due: null, windowCloses: null }, 2026, '2020-01-01')).toMatchObject(
      { windowOpens: null, due: null, windowCloses: null },
    );
  });

  it('is not known where the period is not', () => {
    const unknown = { kind: null, start: null, lastDay: null, due: null, windowOpens: null, parts: null };

    expect(periodIn(anniversary, 2026, undefined)).toMatchObject(unknown);
    expect(periodIn({ ...anniversary, months: null }, 2026, '2023-03-15')).toMatchObject(unknown);
    expect(periodIn({ ...around, months: null }, 2026, '2020-01-01')).toMatchObject(unknown);
  });

  it('is due for nobody whose first day is the last day of the period, and for whom it is immediate', () => {
    expect(span(calendar, 2026, '2026-12-31')).toBe('not due 2026-12-31 2026-12-31');
    expect(span({ ...calendar, firstPeriod: { is: 'immediate' } }, 2026, '2026-12-31')).toBe(
      'regular 2026-12-31 2026-12-31',
    );
    expect(span({ ...calendar, firstPeriod: null }, 2026, '2026-05-01')).toBe('null null 2026-12-31');
    expect(periodIn({ ...calendar, firstPeriod: null }, 2026, '2026-05-01').parts).toBeNull();
  });

  it('has parts up to its last day, the last one shorter where they do not fit', () => {
    const parts = (months: number | null, since = '2020-01-01') =>
      periodIn({ ...around, subPeriodMonths: months }, 2026, since).parts?.map(({ start, lastDay }) => [
        start,
        lastDay,
      ]);

    expect(parts(null)).toEqual([['2026-01-01', '2026-12-31']]);
    expect(parts(12)).toEqual([['2026-01-01', '2026-12-31']]);
    expect(parts(5)).toEqual([
      ['2026-01-01', '2026-05-31'],
      ['2026-06-01', '2026-10-31'],
      ['2026-11-01', '2026-12-31'],
    ]);
    expect(
      periodIn({ ...around, firstPeriod: { is: 'immediate' }, subPeriodMonths: 6 }, 2026, '2026-12-31').parts,
    ).toEqual([{ start: '2026-12-31', lastDay: '2026-12-31' }]);
  });
});
