import { expect, test } from 'vitest';
import { isWholly, mendWord, phrases } from '#functions/read-fields/phrases.ts';

const hours = phrases('ce hours', 'contact hours');

test('a label whose blank a recogniser lost is that label', () => {
  expect(isWholly(hours, mendWord('CEHOURS', hours.vocabulary))).toBe(true);
  expect(isWholly(hours, mendWord('Contacthours', hours.vocabulary))).toBe(true);
});

test('a word that only ends like a label is left as it is', () => {
  expect(mendWord('Afterhours', hours.vocabulary)).toBe('Afterhours');
});
