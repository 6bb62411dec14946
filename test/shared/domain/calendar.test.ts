import { describe, expect, test } from 'vitest';
import { dayIn, dayInWords, daysInMonth, isDay, yearOf } from '#shared/domain/calendar.ts';

describe('a day as pages write it', () => {
  test('has nothing behind it', () => {
    expect(['2026-01-011', '2026-01-01 ', '2026-01-1', ' 2026-01-01'].map(isDay)).toEqual([false, false, false, false]);
  });
});

describe('a day', () => {
  test.each(['2026-01-01', '2026-12-31', '2026-04-30', '2024-02-29', '2000-02-29'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });

  test.each([
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-10',
    '2026-06-00',
    '2026-01-32',
    '26-01-01',
    '2026-1-01',
    '2026-01-1',
    'on 2026-01-01',
    '2026-01-01 or so',
    'ab26-01-01',
    '2026-ab-01',
    '2026-01-ab',
    '',
  ])('"%s" is none', (day) => {
    expect(isDay(day)).toBe(false);
  });

  test('has its year, and is written as the office writes it', () => {
    expect(yearOf('2026-12-31')).toBe(2026);
    expect(dayInWords('2026-12-31')).toBe('December 31, 2026');
    expect(dayInWords('2027-01-05')).toBe('January 5, 2027');
  });

  test('is the one that the office has at that instant, in summer and in winter', () => {
    expect(dayIn('America/Chicago', '2027-01-01T05:59:59Z')).toBe('2026-12-31');
    expect(dayIn('America/Chicago', '2027-01-01T06:00:00Z')).toBe('2027-01-01');
    expect(dayIn('America/Chicago', '2026-07-01T04:59:59Z')).toBe('2026-06-30');
    expect(dayIn('America/New_York', '2027-01-01T05:00:00Z')).toBe('2027-01-01');
    expect(dayIn('America/New_York', '2027-01-01T04:59:59Z')).toBe('2026-12-31');
  });
});

test('the months are as long as in the calendar, February by the year', () => {
  const lengths = Array.from({ length: 12 }, (_, at) => daysInMonth(2026, at + 1));

  expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect([1900, 2000, 2023, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29, 28]);
});
