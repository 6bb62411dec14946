import { describe, expect, it } from 'vitest';
import { isSameShown, type StandingShown, shownOf } from '#shared/domain/person-standing.ts';
import { isListed, standingWords } from '#shared/domain/standing-word.ts';
import { dollarsOf } from '#shared/domain/store-price.ts';
import { addCounts, addUnits, noCounts, noUnits, type SweepCounts } from '#shared/domain/sweep-run.ts';

const one: SweepCounts = {
  walked: 10,
  looked: 3,
  causes: { touched: 2, 'day-has-come': 1 },
  words: { '2026': { met: 4, 'in-review': 1 } },
  changed: { met: 1 },
  beside: { reminders: 2 },
};
const other: SweepCounts = {
  walked: 5,
  looked: 1,
  causes: { touched: 1, 'rules-changed': 1 },
  words: { '2025': { met: 2 }, '2026': { met: 1 } },
  changed: { 'in-progress': 1 },
  beside: {},
};

describe('the counts of a sweep', () => {
  it('are added up name by name and year by year', () => {
    expect(addCounts(one, other)).toEqual({
      walked: 15,
      looked: 4,
      causes: { 'day-has-come': 1, 'rules-changed': 1, touched: 3 },
      words: { '2025': { met: 2 }, '2026': { 'in-review': 1, met: 5 } },
      changed: { 'in-progress': 1, met: 1 },
      beside: { reminders: 2 },
    });
    expect(addCounts(one, noCounts)).toEqual(one);
    expect(addUnits({ read: 1.5, written: 2 }, { read: 0.5, written: 1 })).toEqual({ read: 2, written: 3 });
    expect(addUnits({ read: 1, written: 2 }, noUnits)).toEqual({ read: 1, written: 2 });
  });

  it('are the same text however they were added up', () => {
    const names = { zeta: 1, alpha: 1, mid: 1 };
    const mixed = { ...one, beside: names, words: { '2027': {}, '2024': {}, '2025': {} } };

    expect(JSON.stringify(addCounts(mixed, other))).toBe(JSON.stringify(addCounts(other, mixed)));
    expect(Object.keys(addCounts(mixed, other).beside)).toEqual(['alpha', 'mid', 'zeta']);
  });

  it('cost what their reads and writes cost', () => {
    expect(dollarsOf({ read: 200_000_000, written: 0 })).toBe(31);
    expect(dollarsOf({ read: 0, written: 50_000_000 })).toBe(39);
    expect(dollarsOf({ read: 200_000_000, written: 50_000_000 })).toBe(70);
  });
});

describe('what a reader sees of a standing', () => {
  const shown: StandingShown = {
    word: 'in-progress',
    why: ['3 of 10 hours'],
    missing: [],
    due: '2026-12-31',
    resolved: null,
  };
  const kept = {
    specialistId: 'RPSS-0042',
    year: 2026,
    since: '2026-11-01',
    judgedBy: 'a',
    rosterVersion: 1,
    nextLookOn: null,
  };

  it('is its word, why, what is missing, until when, and what a person said', () => {
    expect(shownOf({ ...kept, ...shown })).toEqual(shown);
  });

  it('is another only where one of these is another', () => {
    const looked = { ...kept, ...shown, nextLookOn: '2027-01-01' };
    expect(isSameShown(shown, looked)).toBe(true);
    expect(isSameShown(shown, { ...shown, word: 'met' })).toBe(false);
    expect(isSameShown(shown, { ...shown, why: ['4 of 10 hours'] })).toBe(false);
    expect(isSameShown(shown, { ...shown, due: null })).toBe(false);
  });

  it('stands in a list of work unless nothing more is expected of it', () => {
    expect(standingWords.filter((word) => !isListed(word))).toEqual(['not-yet-due', 'met']);
  });
});
