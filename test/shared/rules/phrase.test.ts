import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '#shared/domain/training-words.ts';
import { closestWord, slipsBetween } from '#shared/rules/closest-word.ts';
import { findPhrase } from '#shared/rules/phrase.ts';
import { readValue } from '#shared/rules/read-value.ts';

const find = (phrase: string, text: string) => findPhrase(phrase, wordsOf(text));

describe('a phrase in a title', () => {
  it('is found whatever the case, the hyphens and the small words between', () => {
    expect(find('blood borne pathogen*', 'BLOOD-BORNE PATHOGENS')?.isTight).toBe(true);
    expect(find('role* peer*', 'The Roles of the Peer')?.isTight).toBe(true);
  });

  it('is found loosely when its words stand apart or turned round', () => {
    expect(find('sexual* harass*', 'Harassment, Sexual')?.isTight).toBe(false);
    expect(find('sexual* harass*', 'Sexual and Other Unlawful Harassment')?.isTight).toBe(false);
  });

  it('is not found when its words are far apart, or one is missing', () => {
    expect(find('sexual* harass*', 'Sexual health for people who left a place where many harass others')).toBeNull();
    expect(find('sexual* harass*', 'Sexual health')).toBeNull();
  });

  it('takes plurals, and any ending only after a star', () => {
    expect(find('gift', 'Gifts')).not.toBeNull();
    expect(find('gift', 'Gifted')).toBeNull();
    expect(find('gift*', 'Gifted')).not.toBeNull();
  });

  it('forgives one slip in a long word and none in a short one', () => {
    expect(find('confidential*', 'Confidentality')).not.toBeNull();
    expect(find('core', 'Care')).toBeNull();
    expect(find('political', 'Politicel')).not.toBeNull();
    expect(find('activit*', 'Activism')).toBeNull();
  });

  it('does not look at words that another phrase has claimed', () => {
    expect(findPhrase('first aid', ['mental', null, null])).toBeNull();
  });

  it('is found in any text that holds it, and words are plain letters and digits', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(find('dual relationship*', `${before} dual relationships ${after}`)?.isTight).toBe(true);
        expect(wordsOf(before).every((word) => /^[\p{L}\p{N}]+$/u.test(word))).toBe(true);
      }),
    );
  });
});

describe('slips between words', () => {
  it('are counted by letters changed, added, dropped or swapped', () => {
    expect(slipsBetween('peer', 'peer')).toBe(0);
    expect(slipsBetween('peer', 'pear')).toBe(1);
    expect(slipsBetween('peer', 'peers')).toBe(1);
    expect(slipsBetween('peer', 'eper')).toBe(1);
    expect(slipsBetween('', 'peer')).toBe(4);
  });

  it('do not depend on the order of the two words', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 12 }),
        fc.string({ maxLength: 12 }),
        (a, b) => slipsBetween(a, b) === slipsBetween(b, a),
      ),
    );
  });

  it('find the name that was meant', () => {
    expect(closestWord('etics hours', ['core hours', 'ethics hours'])).toBe('ethics hours');
    expect(closestWord('anything', [])).toBeUndefined();
  });
});

describe('a value on a page', () => {
  it('is exact, or it is none', () => {
    expect(readValue('hours', '2.75', 'UTC')).toBe(275);
    expect(readValue('hours', '2.755', 'UTC')).toBeNull();
    expect(readValue('count', '-1', 'UTC')).toBeNull();
    expect(readValue('day', '2026-02-29', 'UTC')).toBeNull();
    expect(readValue('yes-no', 'maybe', 'UTC')).toBeNull();
    expect(readValue('yes-no', 'no', 'UTC')).toBe(false);
  });

  it('an instant in the place of a day falls on the day of the programme', () => {
    expect(readValue('day', '2027-01-01T05:59:59Z', 'America/Chicago')).toBe('2026-12-31');
    expect(readValue('day', '2027-01-01T06:00:00Z', 'America/Chicago')).toBe('2027-01-01');
    expect(readValue('day', '2026-12-31T23:59:59-06:00', 'America/Chicago')).toBe('2026-12-31');
  });
});

describe('where a phrase stands', () => {
  const places = (phrase: string, text: string) => find(phrase, text)?.places;

  it('is the first place where its words stand side by side, small words left out', () => {
    expect(find('role* peer*', 'Peer roles: the role of our peers')).toEqual({
      phrase: 'role* peer*',
      isTight: true,
      isTogether: true,
      places: [3, 6],
    });
    expect(places('peer', 'one peer, two peers')).toEqual([1]);
    expect(places('end of life', 'The End of Life')).toEqual([1, 2, 3]);
    expect(places('Life', 'the life')).toEqual([1]);
    expect(places('peer  support', 'peer support')).toEqual([0, 1]);
    expect(find('peer support', 'peer')).toBeNull();
    expect(find('peer', '')).toBeNull();
  });

  it('is wherever its words stand near each other, in any order, at most three other words apart', () => {
    expect(find('sexual harassment', 'Harassment, sexual')).toEqual({
      phrase: 'sexual harassment',
      isTight: false,
      isTogether: true,
      places: [1, 0],
    });
    expect(find('sexual harassment', 'harassment of the sexual kind')).toMatchObject({ isTogether: true });
    expect(find('sexual harassment', 'harassment that is sexual')).toMatchObject({ isTight: false, isTogether: false });
    expect(find('sexual harassment', 'harassment one two three sexual')).toMatchObject({ places: [4, 0] });
    expect(find('sexual harassment', 'harassment one two three four sexual')).toBeNull();
    expect(find('a1 b1 c1', 'c1 b1 a1')).toMatchObject({ isTight: false, isTogether: false, places: [2, 1, 0] });
    expect(find('peer peer', 'peer one')).toBeNull();
    expect(find('peer peer', 'peer one peer')).toMatchObject({ places: [0, 2] });
    expect(find('peer one', 'x y z w one of peer')).toMatchObject({ isTogether: true, places: [6, 4] });
  });

  it('has no word twice, and none of a gap', () => {
    expect(findPhrase('first aid', ['aid', null, 'first'])).toMatchObject({ isTight: false, isTogether: false });
    expect(findPhrase('first aid', ['first', 'of', null, 'aid'])).toMatchObject({ isTight: false });
  });
});

describe('a word with a slip', () => {
  it.each([
    ['political', 'politicel', true],
    ['political', 'politica', false],
    ['political', 'politicall', false],
    ['political', 'bolitical', false],
    ['political', 'politicel1', false],
    ['political', 'pollitical', true],
    ['political', 'poltical', true],
    ['political', 'pulitikal', false],
    ['politic', 'pulitic', false],
    ['politics', 'pulitics', true],
    ['box', 'boxes', true],
    ['box', 'boxed', false],
    ['relation*', 'relationships', true],
    ['relation*', 'relasionships', true],
    ['relation*', 'relaionships', true],
    ['relation*', 'relattionships', true],
    ['relation*', 'telationships', false],
    ['relatio*', 'relasioships', false],
    ['relation*', 'relations', true],
    ['relation*', 'rel', false],
  ])('"%s" in "%s": %s', (wanted, word, isFound) => {
    expect(findPhrase(wanted, [word]) !== null).toBe(isFound);
  });
});
