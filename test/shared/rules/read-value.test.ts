import { describe, expect, it } from 'vitest';
import { fitsKind, printValue, readValue } from '#shared/rules/read-value.ts';
import { type FactKind, factKinds } from '#shared/rules/vocabulary.ts';

const office = 'America/Chicago';

describe('a value on a page', () => {
  it.each<[FactKind, string, boolean | number | string]>([
    ['hours', '2.75', 275],
    ['count', '0', 0],
    ['count', '123456', 123_456],
    ['year', '2026', 2026],
    ['day', '2026-12-31', '2026-12-31'],
    ['day', '2027-01-01T05:59:59Z', '2026-12-31'],
    ['day', '2027-01-01T05:59:59.5Z', '2026-12-31'],
    ['day', '2027-01-01T05:59:59.123Z', '2026-12-31'],
    ['day', '2027-01-01T00:30:00-06:00', '2027-01-01'],
    ['day', '2027-01-01T00:30:00+06:00', '2026-12-31'],
    ['word', 'RPSS', 'RPSS'],
    ['word', 'C', 'C'],
    ['word', '2 do-it', '2 do-it'],
    ['word', 'Ñandú', 'Ñandú'],
    ['word', 'x'.repeat(61), 'x'.repeat(61)],
    ['yes-no', 'yes', true],
    ['yes-no', 'no', false],
  ])('%s: "%s"', (kind, written, value) => {
    expect(readValue(kind, written, office)).toBe(value);
    expect(fitsKind(kind, value)).toBe(true);
  });

  it.each<[FactKind, string]>([
    ['hours', 'two'],
    ['count', '1234567'],
    ['count', 'a1'],
    ['count', '1a'],
    ['count', '-1'],
    ['count', ''],
    ['year', '26'],
    ['year', '20266'],
    ['year', 'a2026'],
    ['year', 'abcd'],
    ['day', '2026-02-29'],
    ['day', '2027-01-01T05:59Z'],
    ['day', '2027-01-01T05:59:59'],
    ['day', '2027-01-01T25:59:59Z'],
    ['day', 'x2027-01-01T05:59:59Z'],
    ['day', '2027-01-01T05:59:59Zx'],
    ['day', '2027-01-01T05:59:59.Z'],
    ['day', '2027-01-01T05:59:59+0600'],
    ['day', '2027-1-01T05:59:59Z'],
    ['day', 'soon'],
    ['word', ''],
    ['word', '-x'],
    ['word', ' x'],
    ['word', 'a,b'],
    ['word', 'x'.repeat(62)],
    ['yes-no', 'maybe'],
    ['yes-no', 'true'],
  ])('%s: never "%s"', (kind, written) => {
    expect(readValue(kind, written, office)).toBeNull();
  });

  it('has the shape of its kind when it is handed in', () => {
    const values = [5, -1, 2.5, '2026-12-31', 'word', true];
    const fitting = factKinds.map((kind) => [kind, values.filter((value) => fitsKind(kind, value))]);

    expect(Object.fromEntries(fitting)).toEqual({
      hours: [5],
      count: [5],
      year: [5],
      day: ['2026-12-31'],
      word: ['2026-12-31', 'word'],
      'yes-no': [true],
    });
    expect(fitsKind('count', 0)).toBe(true);
  });

  it('is printed as it would be written', () => {
    expect([printValue('hours', 275), printValue('count', 275), printValue('hours', 'many')]).toEqual([
      '2.75',
      '275',
      'many',
    ]);
    expect([printValue('yes-no', true), printValue('yes-no', false), printValue('word', 'RPSS')]).toEqual([
      'yes',
      'no',
      'RPSS',
    ]);
  });
});
