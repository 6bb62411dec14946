import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLetters, nameTokens } from '#shared/domain/name-tokens.ts';

describe('the parts of a name by which a person is looked up', () => {
  it.each([
    ['James A. Johnson', ['james', 'johnson']],
    ['LeBlanc, Paul', ['leblanc', 'paul']],
    ['Zoë Nuñez-Šimková', ['zoe', 'nunez', 'simkova']],
    ["Mary O'Neal", ['mary', 'oneal']],
    ['Mary O\u2019Neal', ['mary', 'oneal']],
    ['Mary O\u00b4Neal', ['mary', 'oneal']],
    ['MARY  ONEAL', ['mary', 'oneal']],
    ['Jørgen Weiß', ['jorgen', 'weiss']],
    ['Łukasz Đorđević', ['lukasz', 'dordevic']],
    ['Ana Ana', ['ana']],
    ['J. J.', []],
    ['', []],
    ['李 小龍', ['小龍']],
    ['ﬁona', ['fiona']],
  ])('of "%s" are %j', (name, tokens) => {
    expect(nameTokens(name)).toEqual(tokens);
  });

  it('are the same whether accents are composed or not', () => {
    expect(nameTokens('Rene\u0301e')).toEqual(nameTokens('Ren\u00e9e'));
  });

  it('are parts of themselves: taken again they do not change, and are at least two letters of lower case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        for (const token of nameTokens(name)) {
          expect(Array.from(token).length).toBeGreaterThanOrEqual(2);
          expect(nameTokens(token)).toEqual([token]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are compared without case and marks, and with one apostrophe for all', () => {
    const written = [
      "D'Aquin",
      'D\u2019Aquin',
      'D\u2018AQUIN',
      'd\u02bcaquin',
      'D`Aquín',
      'D\u00b4Aquin',
      'D\u201bAquin',
    ];

    expect(written.map(foldLetters)).toEqual(written.map(() => "d'aquin"));
    expect(foldLetters('ßæœøłđðþı')).toBe('ssaeoeolddthi');
  });
});
