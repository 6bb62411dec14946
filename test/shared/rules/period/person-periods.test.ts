import { describe, expect, it } from 'vitest';
import type { Facts } from '#shared/rules/facts.ts';
import { periodFacts, periodOf } from '#shared/rules/period/period-facts.ts';
import { isPast, lastDayInTime, personPeriods, spanInWords } from '#shared/rules/period/person-periods.ts';
import { type Edit, smallPages, smallProgramme } from '#test/builders/a-small-programme.ts';

const page = 'period.md';
const setting = (name: string, value: string): Edit => [
  page,
  new RegExp(`(\\| ${name} +\\|)[^|]+\\|`),
  `$1 ${value} |`,
];
const yearly = smallProgramme(setting('due', 'January 31 of the next year'));
const certified = (length: string, ...more: Edit[]) =>
  smallProgramme(
    setting('a period is', 'anniversary'),
    setting('ends on', 'its own day'),
    setting('counted from', 'certification day'),
    setting('first period', 'immediate'),
    setting('length', length),
    ...more,
  );
const since: Facts = { 'certification day': '2020-03-15' };

describe('the period that a report is about', () => {
  it('is the calendar year for everybody, and due when the page says', () => {
    expect(personPeriods(yearly, {}).in(2026)).toEqual({
      year: 2026,
      kind: null,
      span: { start: '2026-01-01', lastDay: '2026-12-31' },
      due: '2027-01-31',
      notOnFile: null,
      countedFrom: null,
      isRuled: true,
    });
  });

  it('runs from somebody’s own day, where the roster says it', () => {
    const programme = certified('24 months');

    expect(personPeriods(programme, since).in(2026)).toEqual({
      year: 2026,
      kind: 'regular',
      span: { start: '2024-03-15', lastDay: '2026-03-14' },
      due: null,
      notOnFile: null,
      countedFrom: 'certification day',
      isRuled: true,
    });
    expect(personPeriods(programme, {}).in(2026)).toMatchObject({
      kind: null,
      span: null,
      notOnFile: 'certification day',
    });
    expect(personPeriods(programme, since).in(2025)).toMatchObject({ kind: 'none', span: null, notOnFile: null });
  });

  it('of a calendar year is the whole year, from whichever day in it somebody counts', () => {
    const programme = smallProgramme(
      setting('counted from', 'first training day'),
      setting('first period', 'immediate'),
    );
    const started = { 'first training day': '2026-05-05' };

    expect(personPeriods(programme, started).in(2026)).toMatchObject({
      kind: 'regular',
      span: { start: '2026-01-01', lastDay: '2026-12-31' },
    });
    expect(personPeriods(programme, {}).in(2026)).toMatchObject({ kind: null, notOnFile: 'first training day' });
  });

  it('that ends with a month is somebody’s own too', () => {
    const monthly = certified('24 months', setting('a period is', 'end of month'));

    expect(personPeriods(monthly, since).in(2026).span).toEqual({ start: '2024-04-01', lastDay: '2026-03-31' });
    expect(personPeriods(monthly, {}).in(2026).span).toBeNull();
  });

  it('is not ruled before the first year of the pages', () => {
    expect(personPeriods(yearly, {}).in(2023)).toEqual({
      year: 2023,
      kind: null,
      span: null,
      due: null,
      notOnFile: null,
      countedFrom: null,
      isRuled: false,
    });
    expect(periodOf(yearly, {}, 2023)).toBeNull();
  });

  it('is that of the pages’ section for the year', () => {
    const section = /## From 2024[\s\S]*?(?=## When)/.exec(smallPages[page] ?? '')?.[0] ?? '';
    const later = section.replace('From 2024', 'From 2026').replace('12 months', '24 months');
    const two = smallProgramme([page, section, section + later]);

    expect(personPeriods(two, {}).in(2025).span?.start).toBe('2025-01-01');
    expect(personPeriods(two, {}).in(2026).span?.start).toBe('2025-01-01');
    expect(personPeriods(two, {}).in(2027).span?.start).toBe('2026-01-01');
  });
});

describe('a day, or a year as it is written', () => {
  const years = personPeriods(certified('24 months'), since);

  it('belongs to the period in which it lies, its first and its last day with it', () => {
    expect(years.yearOfDay('2024-03-14')).toBe(2024);
    expect(years.yearOfDay('2024-03-15')).toBe(2026);
    expect(years.yearOfDay('2025-07-01')).toBe(2026);
    expect(years.yearOfDay('2026-03-14')).toBe(2026);
    expect(years.yearOfDay('2026-03-15')).toBe(2028);
    expect(personPeriods(yearly, {}).yearOfDay('2026-01-01')).toBe(2026);
    expect(personPeriods(yearly, {}).yearOfDay('2026-12-31')).toBe(2026);
  });

  it('is its own year where no period is known', () => {
    expect(personPeriods(certified('24 months'), {}).yearOfDay('2026-03-15')).toBe(2026);
    expect(years.yearOfDay('2019-05-01')).toBe(2019);
  });

  it('means the year in which that period ends', () => {
    expect(years.yearStated(2026)).toBe(2026);
    expect(years.yearStated(2025)).toBe(2026);
    expect(personPeriods(certified('24 months'), {}).yearStated(2025)).toBe(2025);
    expect(personPeriods(yearly, {}).yearStated(2023)).toBe(2023);
    expect(personPeriods(certified('60 months', [page, 'From 2024', 'From 2025']), since).yearStated(2023)).toBe(2025);
  });

  it('has a report year before it, as far as the pages go', () => {
    expect(years.yearBefore(2028)).toBe(2026);
    expect(years.yearBefore(2027)).toBe(2026);
    expect(years.yearBefore(2024)).toBeNull();
    expect(personPeriods(yearly, {}).yearBefore(2026)).toBe(2025);
    expect(personPeriods(yearly, {}).yearBefore(2024)).toBeNull();
  });
});

describe('the last day in time', () => {
  const span = { start: '2026-01-01', lastDay: '2026-12-31' };

  it('is the due day, else the last day of the period, else not known', () => {
    expect(lastDayInTime({ due: '2027-01-31', span })).toBe('2027-01-31');
    expect(lastDayInTime({ due: null, span })).toBe('2026-12-31');
    expect(lastDayInTime({ due: null, span: null })).toBeNull();
  });

  it('is still in time; the day after is past, and nothing is past while nobody knows', () => {
    expect(isPast({ due: null, span }, '2026-12-31')).toBe(false);
    expect(isPast({ due: null, span }, '2027-01-01')).toBe(true);
    expect(isPast({ due: '2027-01-31', span }, '2027-01-31')).toBe(false);
    expect(isPast({ due: '2027-01-31', span }, '2027-02-01')).toBe(true);
    expect(isPast({ due: null, span: null }, '2099-01-01')).toBe(false);
  });
});

describe('a period in words', () => {
  it('is the year where it is one, else its two days', () => {
    expect(spanInWords({ start: '2026-01-01', lastDay: '2026-12-31' })).toBe('2026');
    expect(spanInWords({ start: '2024-03-15', lastDay: '2026-03-14' })).toBe('March 15, 2024 to March 14, 2026');
    expect(spanInWords({ start: '2025-01-01', lastDay: '2026-12-31' })).toBe('January 1, 2025 to December 31, 2026');
    expect(spanInWords({ start: '2026-01-01', lastDay: '2026-06-30' })).toBe('January 1, 2026 to June 30, 2026');
    expect(spanInWords({ start: '2026-02-01', lastDay: '2026-12-31' })).toBe('February 1, 2026 to December 31, 2026');
  });
});

describe('the facts of a period', () => {
  it('are its kind, its days and its window', () => {
    const programme = certified(
      '12 months',
      setting('due', '14 days before the last day'),
      setting('window opens', '60 days before the last day'),
      setting('window closes', '30 days after the last day'),
    );

    expect(periodFacts(programme, since, 2026)).toEqual({
      'kind of period': 'regular',
      'period start': '2025-03-15',
      'period last day': '2026-03-14',
      'due day': '2026-02-28',
      'window opens': '2026-01-13',
      'window closes': '2026-04-13',
    });
  });

  it('are not known where the page or the roster does not say them', () => {
    expect(periodFacts(certified('12 months'), {}, 2026)).toEqual({});
    expect(periodFacts(certified('12 months'), { 'certification day': 2020 }, 2026)).toEqual({});
    expect(periodFacts(yearly, {}, 2023)).toEqual({});
    expect(periodFacts(yearly, {}, 2026)).toEqual({
      'period start': '2026-01-01',
      'period last day': '2026-12-31',
      'due day': '2027-01-31',
    });
  });
});
