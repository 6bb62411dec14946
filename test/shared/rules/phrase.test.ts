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
