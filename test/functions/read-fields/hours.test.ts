import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHours, readHours } from '#functions/read-fields/hours.ts';

const hundredths = fc.integer({ min: 1, max: 4000 });
const printed = (amount: number) => (amount / 100).toFixed(2);
const exact = (amount: number) => String(amount / 100);

describe('hours', () => {
  it('are exact decimals without trailing zeros, whatever the unit is called', () => {
    const unit = fc.constantFrom(
      'hours',
      'contact hours',
      'hrs',
      'clock hours',
      'continuing education hours',
      'CE hours',
      'credit hours',
    );
    fc.assert(
      fc.property(hundredths, unit, (amount, name) => {
        expect(findHours(`and earned ${printed(amount)} ${name} of training`)).toMatchObject([
          { value: exact(amount), doubt: null },
        ]);
      }),
    );
  });

  it('of one or more CEUs are taken as hours; tenths of a CEU are ten times as many and left to a person', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (tenths) => {
        expect(findHours(`0.${tenths} CEU`)).toMatchObject([
          { value: String(tenths), unit: 'IACET CEU', doubt: 'unit-ambiguous' },
        ]);
        expect(findHours(`${tenths} CEUs`)).toMatchObject([{ value: String(tenths), unit: 'CEU', doubt: null }]);
      }),
    );
  });

  it('given in minutes are converted where that is exact, and are no number where it is not', () => {
    expect(findHours('90 minutes')).toMatchObject([{ value: '1.5', doubt: null }]);
    expect(findHours('50 minutes')).toMatchObject([{ value: null, doubt: 'unit-ambiguous', raw: '50 minutes' }]);
  });

  it.each([
    ['two (2) hours', '2'],
    ['one and one-half (1.5) continuing education hours', '1.5'],
    ['three and a half hours', '3.5'],
    ['1 hr 30 min', '1.5'],
    ['2 ½ hours', '2.5'],
    ['1 1/2 hours', '1.5'],
    ['a 3-hour training', '3'],
    ['dos horas', '2'],
    ['.5 hours', '0.5'],
    ['9.75 hours', '9.75'],
    ['an hour and a half', '1.5'],
    ['one hour and thirty minutes', '1.5'],
    ['2 horas y media', '2.5'],
    ['una hora y quince minutos', '1.25'],
    ['three-quarters of an hour', '0.75'],
    ['1:30 hrs', '1.5'],
    ['3 horas de contacto', '3'],
    ['3.0 NAADAC CEs', '3'],
    ['4 unidades de educación continua', '4'],
  ])('"%s" are %s', (text, value) => {
    expect(findHours(text)[0]?.value).toBe(value);
  });

  it('in a labelled place need no unit: the label gives it', () => {
    expect(readHours('3.0', 'CEUs')).toMatchObject({ value: '3', unit: 'CEU' });
    expect(readHours('0.3', 'CEUs')).toMatchObject({ value: '3', unit: 'IACET CEU', doubt: 'unit-ambiguous' });
    expect(readHours('45', 'Minutes')).toMatchObject({ value: '0.75' });
    expect(readHours('Core', 'Hours')).toBeNull();
  });

  it.each(['2026-07-09 credit is given', 'open 24/7', 'call 337-555-0198', '$3 hours', 'March 2, 2026 Total hours'])(
    'are not seen in "%s"',
    (text) => {
      expect(findHours(text)).toEqual([]);
    },
  );

  it('are found in any text without failing', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => Array.isArray(findHours(text))));
  });

  it('of a part of an hour are read in words, with or without the figure in brackets', () => {
    expect(findHours('has earned one half (0.5) contact hours')).toMatchObject([{ value: '0.5' }]);
    expect(findHours('three-quarters (.75) hour')).toMatchObject([{ value: '0.75' }]);
    expect(findHours('one-half contact hour')).toMatchObject([{ value: '0.5' }]);
    expect(findHours('one and one-half contact hours')).toMatchObject([{ value: '1.5' }]);
    expect(findHours('two and a half hours')).toMatchObject([{ value: '2.5' }]);
  });
});
