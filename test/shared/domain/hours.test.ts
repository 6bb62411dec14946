import { describe, expect, test } from 'vitest';
import { formatHours, hoursInWords, parseHours } from '#shared/domain/hours.ts';

describe('hours', () => {
  test.each([
    ['2.5', 250],
    ['10', 1000],
    ['0.25', 25],
    ['1.05', 105],
    [' 3 ', 300],
    ['9.750', 975],
    ['9.750000', 975],
    ['99999', 9_999_900],
  ] as const)('"%s" are so many hundredths', (text, hundredths) => {
    expect(parseHours(text)).toBe(hundredths);
  });

  test.each(['', 'two', '1.005', '1.', '.5', '-1', '1,5', '1.5 h', 'ca. 1.5', '1:30', '100000', '1.5000000', '1.1001'])(
    '"%s" is no plain decimal: a person looks at it',
    (text) => {
      expect(parseHours(text)).toBeNull();
    },
  );

  test.each([
    [250, '2.5'],
    [1000, '10'],
    [975, '9.75'],
    [5, '0.05'],
    [0, '0'],
    [-125, '-1.25'],
    [-50, '-0.5'],
    [10_050, '100.5'],
  ] as const)('%i hundredths are printed as "%s"', (hundredths, text) => {
    expect(formatHours(hundredths)).toBe(text);
  });
});

test.each([
  [100, '1 hour'],
  [0, '0 hours'],
  [50, '0.5 hours'],
  [101, '1.01 hours'],
  [1100, '11 hours'],
])('%i hundredths are said as people say them', (hundredths, said) => {
  expect(hoursInWords(hundredths)).toBe(said);
});
