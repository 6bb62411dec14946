import { describe, expect, it } from 'vitest';
import { dayInLanguage, localeOf, spanInLanguage } from '#shared/rules/reminders/language.ts';
import { dayOfMoment, readMoment } from '#shared/rules/reminders/moment.ts';
import { isQuiet, openDayFrom, readDate, readQuietDay } from '#shared/rules/reminders/quiet-days.ts';

describe('a day as the schedule writes it', () => {
  it('is a date that some year has', () => {
    expect(readDate('January 1')).toEqual({ month: 1, day: 1 });
    expect(readDate('February 29')).toEqual({ month: 2, day: 29 });
    expect(readDate('December 31')).toEqual({ month: 12, day: 31 });
    for (const wrong of [
      'February 30',
      'April 31',
      'January 0',
      'January 32',
      'Smarch 1',
      'on January 1',
      'January 1 or so',
      'january 1',
      'January 123',
      '',
    ])
      expect(readDate(wrong)).toBeNull();
  });

  it('is a weekday of a month by its place', () => {
    expect(readQuietDay('first Sunday of January')).toEqual({ is: 'nth weekday', weekday: 0, month: 1, nth: 1 });
    expect(readQuietDay('last Saturday of December')).toEqual({ is: 'nth weekday', weekday: 6, month: 12, nth: 5 });
    for (const wrong of [
      'fifth Sunday of May',
      'first Someday of May',
      'first Sunday of Smarch',
      'the first Sunday of May',
      'first Sunday of May, too',
      'Sunday of May',
    ])
      expect(readQuietDay(wrong)).toBeNull();
  });

  it('is quiet on that weekday of that month only', () => {
    const quiet = [readQuietDay('third Monday of January')].flatMap((each) => each ?? []);

    expect(isQuiet(quiet, '2026-01-19')).toBe(true);
    for (const open of ['2026-02-16', '2026-01-20', '2026-01-21', '2026-01-12'])
      expect(isQuiet(quiet, open)).toBe(false);
    const date = [readQuietDay('December 25')].flatMap((each) => each ?? []);
    expect(isQuiet(date, '2026-11-25')).toBe(false);
    const last = [readQuietDay('last Monday of February')].flatMap((each) => each ?? []);
    expect([isQuiet(last, '2026-02-23'), isQuiet(last, '2026-02-16')]).toEqual([true, false]);
  });

  it('is looked for over a row of quiet days, and not for ever', () => {
    const days = Array.from({ length: 59 }, (_each, at) => ({
      is: 'day' as const,
      day: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
    }));

    expect(openDayFrom(days, '2026-01-01')).toBe('2026-03-01');
    expect(openDayFrom([...days, { is: 'day', day: '2026-03-01' }], '2026-01-01')).toBeNull();
  });
});

describe('a moment as the schedule writes it', () => {
  it('has its number of days, and nothing before or behind it', () => {
    expect(readMoment('on January 15')).toEqual({ is: 'date', month: 1, day: 15 });
    expect(readMoment('400 days after the due day')).toEqual({ is: 'from the due day', days: 400 });
    for (const wrong of [
      'always on January 15',
      'on January 15 or so',
      'about 3 days after the due day',
      '3 days after the due day or so',
      'on the first day',
    ])
      expect(readMoment(wrong)).toBeNull();
  });

  it('on a date lies within the period, its last day with it', () => {
    const span = { start: '2025-07-01', lastDay: '2026-06-30' };
    const on = (written: string) => {
      const moment = readMoment(written);
      return moment && dayOfMoment(moment, { span, due: null });
    };

    expect([on('on June 30'), on('on July 1')]).toEqual(['2026-06-30', '2025-07-01']);
    const short = { span: { start: '2026-01-01', lastDay: '2026-03-31' }, due: null };
    expect(dayOfMoment({ is: 'date', month: 6, day: 1 }, short)).toBeNull();
  });
});

describe('a day in a language', () => {
  it('is written as people write it there', () => {
    expect(dayInLanguage('2026-12-31', 'en')).toBe('December 31, 2026');
    expect(dayInLanguage('2026-12-31', 'es')).toBe('31 de diciembre de 2026');
    expect(dayInLanguage('2026-12-31', 'fr')).toBe('31 décembre 2026');
    expect(spanInLanguage('2026-03-10', '2028-03-09', 'en')).toMatch(/^March 10, 2026\s–\sMarch 9, 2028$/);
    expect(['en', 'es', 'fr'].map(localeOf)).toEqual(['en-US', 'es-US', 'fr']);
  });
});
