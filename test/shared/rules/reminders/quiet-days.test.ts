import { describe, expect, test } from 'vitest';
import { isQuiet, openDayFrom, type QuietDay, readQuietDay } from '#shared/rules/reminders/quiet-days.ts';

const read = (...written: string[]): QuietDay[] => written.flatMap((each) => readQuietDay(each) ?? []);

describe('a quiet day', () => {
  test.each([
    ['Saturdays', '2026-11-21', '2026-11-20'],
    ['Sundays', '2026-11-22', '2026-11-23'],
    ['December 25', '2027-12-25', '2027-12-26'],
    ['February 29', '2028-02-29', '2028-02-28'],
    ['third Monday of January', '2026-01-19', '2026-01-12'],
    ['third Monday of January', '2026-01-19', '2026-01-26'],
    ['first Monday of September', '2026-09-07', '2026-09-14'],
    ['last Monday of May', '2026-05-25', '2026-05-18'],
    ['last Monday of May', '2027-05-31', '2027-05-24'],
    ['fourth Thursday of November', '2029-11-22', '2029-11-29'],
    ['2027-02-09', '2027-02-09', '2028-02-09'],
  ])('written "%s" holds on %s and not on %s', (written, quiet, open) => {
    expect(isQuiet(read(written), quiet)).toBe(true);
    expect(isQuiet(read(written), open)).toBe(false);
  });

  test.each([
    'Saturday',
    'December 32',
    'Smarch 1',
    'fifth Monday of May',
    'last Mon of May',
    '2026-02-29',
    'weekends',
    '',
  ])('written "%s" is not known', (written) => {
    expect(readQuietDay(written)).toBeNull();
  });

  test('moves a letter to the first day that is open', () => {
    const quiet = read('Saturdays', 'Sundays', 'December 24', 'December 25');
    expect(openDayFrom(quiet, '2026-12-23')).toBe('2026-12-23');
    expect(openDayFrom(quiet, '2026-12-24')).toBe('2026-12-28');
    expect(openDayFrom(quiet, '2028-02-26')).toBe('2028-02-28');
  });

  test('may leave no day open', () => {
    const every = 'Sundays Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays'.split(' ');
    expect(openDayFrom(read(...every), '2026-01-01')).toBeNull();
  });
});
