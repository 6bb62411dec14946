import { describe, expect, test } from 'vitest';
import { foldName, likenessOf, likenessToAny, mayBeNickname, namePartsOf } from '#shared/domain/name-match.ts';

describe('two names', () => {
  test.each([
    ['Paul LeBlanc', 'Paul LeBlanc', 'same'],
    ['LeBlanc, Paul', 'Paul LeBlanc', 'same'],
    ['PAUL LEBLANC', 'Paul LeBlanc', 'same'],
    ['Renée D’Aquin', "Renee D'Aquin", 'same'],
    ['Mr. Paul Roy', 'Paul Roy', 'same'],
    ['Dr Paul Roy', 'Miss Paul Roy', 'same'],
    ['Paul Roy, RPSS', 'Paul Roy', 'same'],
    ['Paul Roy, LPC RPSS', 'Paul Roy', 'same'],
    ['Roy, Paul, CPS', 'Paul Roy', 'same'],
    ['Paul Roy Jr.', 'Paul Roy Jr', 'same'],
    ['Roy, Paul Jr.', 'Paul Roy, Jr.', 'same'],
    ['Paul N. Roy', 'Paul N. Roy', 'same'],
    ['Elton Broussard', 'Elton N. Broussard', 'middle-differs'],
    ['Elton N. Broussard', 'Elton Nathan Broussard', 'middle-differs'],
    ['Elton Broussard', 'Elton Broussard Jr.', 'middle-differs'],
    ['Elton Broussard III', 'Elton Broussard', 'middle-differs'],
    ['Ann B. C. Roy', 'Ann B. Roy', 'middle-differs'],
    ['Ann C. Roy', 'Ann B. C. Roy', 'middle-differs'],
    ['Mary Ann Smith', 'Mary Ann B. Smith', 'middle-differs'],
    ['J. Johnson', 'James Johnson', 'initial-only'],
    ['James Johnson', 'J Johnson', 'initial-only'],
    ['LeBlanc Paul', 'Paul LeBlanc', 'turned'],
    ['Roy Ann Marie', 'Ann Marie Roy', 'turned'],
    ['Mary A. Smith', 'Mary B. Smith', 'different'],
    ['Mary Ann Smith', 'Mary Alice Smith', 'different'],
    ['Ann B. C. Roy', 'Ann C. B. Roy', 'different'],
    ['Paul Roy Sr.', 'Paul Roy Jr.', 'different'],
    ['Paul Roy II', 'Paul Roy IV', 'different'],
    ['Paul Roy', 'Peter Roy', 'different'],
    ['J. Johnson', 'Paul Johnson', 'different'],
    ['Paul Roy', 'Paul Ray', 'different'],
    ['Ann Marie Roy', 'Ann Roy Roy', 'different'],
    ['Ab C', 'A Bc', 'different'],
    ['Roy', 'Paul Roy', 'different'],
    ['Paul Roy', 'Roy', 'different'],
    ['', '', 'different'],
  ] as const)('"%s" and "%s" are %s', (printed, known, likeness) => {
    expect(likenessOf(printed, known)).toBe(likeness);
    expect(likenessOf(known, printed)).toBe(likeness);
  });
});

describe('the parts of a name', () => {
  test.each([
    ['LeBlanc, Paul Jr.', { given: ['paul'], last: 'leblanc', suffix: 'jr' }],
    ['Ann Marie Roy', { given: ['ann', 'marie'], last: 'roy', suffix: null }],
    ['Mrs. Ann Roy, MSW', { given: ['ann'], last: 'roy', suffix: null }],
    ['Ann Roy, Sr.', { given: ['ann'], last: 'roy', suffix: 'sr' }],
    ['Roy, Ann, Marie', { given: ['ann', 'marie'], last: 'roy', suffix: null }],
    ['Ma, Ann', { given: ['ann'], last: 'ma', suffix: null }],
    ['Roy, Ma', { given: ['ma'], last: 'roy', suffix: null }],
    ['Ann Roy, MSW Dupont', { given: ['msw', 'dupont', 'ann'], last: 'roy', suffix: null }],
  ])('"%s"', (name, parts) => {
    expect(namePartsOf(name)).toEqual(parts);
  });

  test.each(['', 'Roy', 'Mr. Roy', 'Roy Jr.', ', ,'])('"%s" is no whole name', (name) => {
    expect(namePartsOf(name)).toBeNull();
  });

  test('are letters, digits and commas with one blank between', () => {
    expect(foldName('  D’Aquin--Roy ,  Renée (PSS)! ')).toBe('daquin roy , renee pss');
  });

  test.each(
    'rpss rfpss cpss pss cps cprs cprss prss ncps ncprss crss ba bs bsw ma ms msw med mba mph lpc lmft lcsw lmsw gsw lac ccs rn lpn phd edd psyd'
      .split(' ')
      .map((letters) => [letters]),
  )('%s behind a name and a comma is no name', (letters) => {
    expect(likenessOf(`Ann Roy, ${letters.toUpperCase()}`, 'Ann Roy')).toBe('same');
  });

  test.each([['Mr'], ['Mrs'], ['Ms'], ['Miss'], ['Dr']])('%s before a name is none', (courtesy) => {
    expect(likenessOf(`${courtesy}. Ann Roy`, 'Ann Roy')).toBe('same');
  });

  test.each([['Jr'], ['Sr'], ['II'], ['III'], ['IV']])('%s tells people of one family apart', (suffix) => {
    expect(namePartsOf(`Ann Roy ${suffix}`)?.suffix).toBe(suffix.toLowerCase());
  });
});

describe('a person known by several names', () => {
  test('is met by the nearest of them', () => {
    expect(likenessToAny('Ann Dupont', ['Ann Roy', 'Ann Dupont'])).toBe('same');
    expect(likenessToAny('A. Roy', ['Ann Roy', 'Ann Dupont'])).toBe('initial-only');
    expect(likenessToAny('Roy Ann', ['Ann Dupont', 'Ann Roy'])).toBe('turned');
    expect(likenessToAny('Roy Ann', ['Ann Roy', 'Roy B. Ann'])).toBe('middle-differs');
    expect(likenessToAny('Paul Roy', ['Ann Roy', 'Ann Dupont'])).toBe('different');
    expect(likenessToAny('Paul Roy', [])).toBe('different');
    expect(likenessToAny('Roy', ['Roy', 'Ann Roy'])).toBe('different');
    expect(likenessToAny('Ann Roy', ['Roy'])).toBe('different');
  });

  test('is not who bears another middle name or suffix, though a shorter name of theirs is like it', () => {
    expect(likenessToAny('Mary B. Smith', ['Mary A. Smith', 'Mary Smith'])).toBe('different');
    expect(likenessToAny('Paul Roy Jr.', ['Paul Roy Sr.', 'Paul Roy'])).toBe('different');
    expect(likenessToAny('Mary B. Smith', ['Mary A. Smith', 'Mary B. Smith'])).toBe('same');
    expect(likenessToAny('Mary B. Smith', ['Mary Dupont', 'Mary Smith'])).toBe('middle-differs');
    expect(likenessToAny('M. Smith', ['Paul Smith', 'Mary Smith'])).toBe('initial-only');
  });

  test('may have a nickname where the last name is the same', () => {
    expect(mayBeNickname('Bob Smith', 'Robert Smith')).toBe(true);
    expect(mayBeNickname('Bob Smith', 'Robert Smythe')).toBe(false);
    expect(mayBeNickname('Smith', 'Robert Smith')).toBe(false);
    expect(mayBeNickname('Bob Smith', 'Smith')).toBe(false);
    expect(mayBeNickname('Smith', 'Smith')).toBe(false);
  });
});
