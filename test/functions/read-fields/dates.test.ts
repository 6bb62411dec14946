import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, isDayFirst, turnedDay } from '#functions/read-fields/dates.ts';
import { daysInMonth } from '#shared/domain/calendar.ts';

const english = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const spanish = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

const day = fc
  .record({
    year: fc.integer({ min: 1990, max: 2039 }),
    month: fc.integer({ min: 1, max: 12 }),
    at: fc.integer({ min: 1, max: 31 }),
  })
  .filter(({ year, month, at }) => at <= daysInMonth(year, month));
type Day = typeof day extends fc.Arbitrary<infer T> ? T : never;

const two = (number: number) => String(number).padStart(2, '0');
const iso = ({ year, month, at }: Day) => `${year}-${two(month)}-${two(at)}`;
const named = (names: readonly string[], { month }: Day) => names[month - 1] ?? '';

const forms: Readonly<Record<string, (day: Day) => string>> = {
  'month first in figures': (d) => `${two(d.month)}/${two(d.at)}/${d.year}`,
  'short figures': (d) => `${d.month}/${d.at}/${two(d.year % 100)}`,
  ISO: iso,
  'month in words': (d) => `${named(english, d)} ${d.at}, ${d.year}`,
  'short month': (d) => `${named(english, d).slice(0, 3)}. ${d.at}, ${d.year}`,
  ordinal: (d) => `${named(english, d)} ${d.at}th, ${d.year}`,
  'day before month': (d) => `${d.at} ${named(english, d)} ${d.year}`,
  solemn: (d) => `the ${d.at}th day of ${named(english, d)}, ${d.year}`,
  Spanish: (d) => `${d.at} de ${named(spanish, d)} de ${d.year}`,
};

describe('a date', () => {
  it.each(Object.keys(forms))('%s is read as the day it is, with whatever stands around it', (name) => {
    const printed = forms[name] ?? iso;
    fc.assert(
      fc.property(day, (d) => {
        const found = findDates(`Given at Houma on ${printed(d)} by the school.`);
        expect(found.map((date) => date.day)).toEqual([iso(d)]);
      }),
    );
  });

  it('that does not exist is no day', () => {
    expect(findDates('02/30/2026')[0]?.day).toBeNull();
    expect(findDates('June 31, 2026')[0]?.day).toBeNull();
  });

  it.each([
    ['March 4-5, 2026', '2026-03-04', '2026-03-05'],
    ['March 30 – April 2, 2026', '2026-03-30', '2026-04-02'],
    ['December 30, 2025 to January 2, 2026', '2025-12-30', '2026-01-02'],
    ['03/04/2026 - 03/05/2026', '2026-03-04', '2026-03-05'],
    ['4 al 5 de marzo de 2026', '2026-03-04', '2026-03-05'],
  ])('range %s has a first and a last day', (text, startedOn, completedOn) => {
    expect(findDates(text)).toMatchObject([{ startedOn, day: completedOn }]);
  });

  it('in figures is month first, unless another date of the paper can only be day first', () => {
    expect(findDates('03/04/2026')[0]).toMatchObject({ day: '2026-03-04', order: 'either' });
    expect(isDayFirst(['03/04/2026', '12/31/2026'])).toBe(false);
    expect(isDayFirst(['03/04/2026', '25/05/2026'])).toBe(true);
    expect(turnedDay('2026-03-04')).toBe('2026-04-03');
  });

  it.each([
    ['this twenty-second day of May, two thousand and nine', '2009-05-22'],
    ['the tenth day of May, two thousand fourteen', '2014-05-10'],
    ['the first day of June in the year of our Lord nineteen ninety-eight', '1998-06-01'],
    ['on the fifth of July twenty twenty-six', '2026-07-05'],
    ['this third day of May, A.D. 2011', '2011-05-03'],
    ['the thirty-first of December, two thousand', '2000-12-31'],
  ])('may be written out: %s', (text, day) => {
    expect(findDates(text)).toMatchObject([{ day, startedOn: null, order: 'named' }]);
  });

  it.each(['337-555-0198', 'Rev. 01/2026', 'P.O. Box 1180', '1-2-3', 'Suite 10/12'])('is not seen in %s', (text) => {
    expect(findDates(text)).toEqual([]);
  });

  it('is found in any text without failing', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => Array.isArray(findDates(text))));
  });
});
