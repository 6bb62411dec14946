import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOfYear,
  daysBetween,
  fullYears,
  lastDayOfMonth,
} from '#shared/domain/day-arithmetic.ts';

describe('days later and earlier', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-01'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2026-05-15', 0, '2026-05-15'],
    ['2026-01-01', 364, '2026-12-31'],
    ['2024-01-01', 366, '2025-01-01'],
    ['2026-12-31', -365, '2025-12-31'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-11-01', 1, '2026-11-02'],
    ['0998-12-31', 1, '0999-01-01'],
  ] as const)('%s and %i is %s', (day, days, then) => {
    expect(addDays(day, days)).toBe(then);
    expect(daysBetween(day, then)).toBe(days);
  });
});

describe('months later and earlier', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 1, '2026-12-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-08-31', 24, '2028-08-31'],
  ] as const)('%s and %i is %s', (day, months, then) => {
    expect(addMonths(day, months)).toBe(then);
  });

  test('a month ends on its last day, also in a leap year', () => {
    expect(['2026-02-03', '2024-02-03', '2026-12-01', '2026-04-30'].map(lastDayOfMonth)).toEqual([
      '2026-02-28',
      '2024-02-29',
      '2026-12-31',
      '2026-04-30',
    ]);
  });

  test('February 29 is February 28 in a year without one', () => {
    expect(dayOfYear(2024, { month: 2, day: 29 })).toBe('2024-02-29');
    expect(dayOfYear(2026, { month: 2, day: 29 })).toBe('2026-02-28');
    expect(dayOfYear(2026, { month: 9, day: 5 })).toBe('2026-09-05');
  });
});

describe('full years', () => {
  test.each([
    ['2008-05-10', '2026-05-09', 17],
    ['2008-05-10', '2026-05-10', 18],
    ['2008-05-10', '2026-05-11', 18],
    ['2008-05-10', '2026-04-30', 17],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ] as const)('from %s to %s are %i', (from, to, years) => {
    expect(fullYears(from, to)).toBe(years);
  });
});
