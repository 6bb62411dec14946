import { describe, expect, it } from 'vitest';
import type { CountedCredit } from '#shared/rules/counting/counted-credit.ts';
import { type RepeatRule, repeatsIn, withoutRepeats } from '#shared/rules/counting/repeats.ts';
import { aCountedCredit } from '#test/builders/a-counted-credit.ts';

const early = aCountedCredit({ completedOn: '2026-02-01', hours: 200 });
const late = aCountedCredit({ completedOn: '2026-05-01', hours: 100 });

/** What becomes of each, whichever came first. */
function becomes(all: readonly CountedCredit[], rule: RepeatRule | null = 'not counted twice', period = true) {
  const year = period ? { start: '2026-01-01', lastDay: '2026-12-31' } : null;
  const statuses = withoutRepeats(all, rule, year).map((each) => each.status);
  const turned = withoutRepeats(all.toReversed(), rule, year).map((each) => each.status);
  expect(turned.toReversed()).toEqual(statuses);
  return statuses;
}

describe('the same training twice in a period', () => {
  it('counts once, by its longest', () => {
    expect(becomes([early, late])).toEqual(['counted', 'not-counted']);
    expect(becomes([{ ...early, hours: 50 }, late])).toEqual(['not-counted', 'counted']);
    expect(becomes([early, { ...late, hours: 200 }])).toEqual(['counted', 'not-counted']);
    expect(becomes([early, late], null)).toEqual(['counted', 'undecided']);
  });

  it('is one by the words of its title and its provider', () => {
    expect(becomes([early, { ...late, title: 'WALKING, beside  somebody!' }])).toEqual(['counted', 'not-counted']);
    expect(becomes([early, { ...late, title: 'Walking beside' }])).toEqual(['counted', 'counted']);
    expect(becomes([early, { ...late, title: 'Walkingbeside somebody' }])).toEqual(['counted', 'counted']);
    expect(
      becomes([
        { ...early, title: '' },
        { ...late, title: '' },
      ]),
    ).toEqual(['counted', 'counted']);
    expect(becomes([early, { ...late, provider: 'BAYOU recovery institute.' }])).toEqual(['counted', 'not-counted']);
    expect(becomes([early, { ...late, provider: 'Another' }])).toEqual(['counted', 'undecided']);
    expect(becomes([early, { ...late, provider: 'BayouRecovery Institute' }])).toEqual(['counted', 'undecided']);
    expect(becomes([early, { ...late, provider: null }])).toEqual(['counted', 'undecided']);
    expect(
      becomes([
        { ...early, provider: '' },
        { ...late, provider: '' },
      ]),
    ).toEqual(['counted', 'undecided']);
  });

  it('is not certain while hours are not known: the longest of those that are known stays', () => {
    expect(becomes([early, { ...late, hours: null }])).toEqual(['counted', 'undecided']);
    expect(becomes([{ ...early, hours: null }, late])).toEqual(['undecided', 'counted']);
    expect(
      becomes([
        { ...early, hours: null },
        { ...late, hours: null },
      ]),
    ).toEqual(['counted', 'undecided']);
  });

  it('is a person’s to choose where one is with a person still, which never pushes out what is counted', () => {
    expect(becomes([{ ...early, status: 'undecided' }, late])).toEqual(['undecided', 'counted']);
    expect(becomes([early, { ...late, status: 'undecided' }])).toEqual(['counted', 'undecided']);
    expect(becomes([{ ...early, hours: 900, status: 'undecided' }, late])).toEqual(['undecided', 'counted']);
  });

  it('is a person’s to choose where the two are not of one kind', () => {
    expect(becomes([early, { ...late, topics: ['ethics'] }])).toEqual(['counted', 'undecided']);
    expect(becomes([early, { ...late, mode: 'self paced' }])).toEqual(['counted', 'undecided']);
    expect(becomes([early, { ...late, isInService: true }])).toEqual(['counted', 'undecided']);
    expect(becomes([early, { ...late, isSelfPresented: null }])).toEqual(['counted', 'undecided']);
    expect(becomes([early, { ...late, evidence: [] }])).toEqual(['counted', 'undecided']);
  });

  it('is certain as soon as one that counts is longer and of its kind', () => {
    const other = { ...early, provider: 'Another', hours: 300 };

    expect(becomes([other, early, late])).toEqual(['counted', 'undecided', 'not-counted']);
  });

  it('is none outside the period, and none of what was refused', () => {
    expect(becomes([{ ...early, completedOn: '2025-12-31' }, late])).toEqual(['counted', 'counted']);
    expect(becomes([early, { ...late, completedOn: '2027-01-01' }])).toEqual(['counted', 'counted']);
    expect(
      becomes([
        { ...early, completedOn: '2026-01-01' },
        { ...late, completedOn: '2026-12-31' },
      ]),
    ).toEqual(['counted', 'not-counted']);
    expect(becomes([{ ...early, completedOn: null }, late])).toEqual(['counted', 'not-counted']);
    expect(becomes([{ ...early, completedOn: '2025-12-31' }, late], 'not counted twice', false)).toEqual([
      'counted',
      'not-counted',
    ]);
    expect(becomes([{ ...early, status: 'not-counted' }, late])).toEqual(['not-counted', 'counted']);
    expect(becomes([early, { ...late, status: 'not-counted' }])).toEqual(['counted', 'not-counted']);
  });

  it('of one length stays by its first day, and one without a day comes last', () => {
    const [one, other] = [early, { ...late, hours: 200 }];

    expect(becomes([other, one])).toEqual(['not-counted', 'counted']);
    expect(becomes([{ ...one, completedOn: null }, other])).toEqual(['not-counted', 'counted']);
  });

  it('is none where both stand on one paper', () => {
    expect(
      becomes([
        { ...early, paper: 'a' },
        { ...late, paper: 'a' },
      ]),
    ).toEqual(['counted', 'counted']);
    expect(
      becomes([
        { ...early, paper: 'a' },
        { ...late, paper: 'b' },
      ]),
    ).toEqual(['counted', 'not-counted']);
    expect(becomes([{ ...early, paper: 'a' }, late])).toEqual(['counted', 'not-counted']);
  });

  it('is counted for the fact of repeats', () => {
    expect(repeatsIn([early, late, { ...late, paper: 'b' }])).toBe(2);
    expect(repeatsIn([early, { ...late, title: 'Another' }])).toBe(0);
    expect(
      repeatsIn([
        { ...early, paper: 'a' },
        { ...late, paper: 'a' },
      ]),
    ).toBe(0);
    expect(repeatsIn([])).toBe(0);
  });
});
