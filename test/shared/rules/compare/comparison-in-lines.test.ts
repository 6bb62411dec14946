import { describe, expect, it } from 'vitest';
import type { Change, Comparison } from '#shared/rules/compare/compare-people.ts';
import { comparisonInLines } from '#shared/rules/compare/comparison-in-lines.ts';
import { countPeople } from '#shared/rules/compare/people-counted.ts';

const change = (person: string, before: Change['before'], after: Change['after'], rule = 'LA-CE-02'): Change => {
  return { person, rule, before, after, why: 'You need 4 hours.' };
};
const moved = change('S-1', 'met', 'not-met');
const alsoMoved = change('S-1', 'met', 'cannot-tell', 'LA-CE-03');
const notTold = change('S-2', 'met', 'not-stored');
const wasNeverTold = change('S-3', 'not-stored', 'not-stored');
const none: Comparison = { over: 'people', count: 5, changes: [], rules: [], ofOtherPages: 0 };
const comparison = (own: Partial<Comparison>): Comparison => ({ ...none, ...own });
const summary = { rule: 'LA-CE-02', title: 'Ethics', differences: [], changes: [], unchanged: 5 };

describe('what would change, in lines', () => {
  it('is one line where nothing does', () => {
    expect(comparisonInLines(comparison({ rules: [summary] }))).toEqual(['0 of 5 people change.']);
    expect(comparisonInLines(comparison({ over: 'examples' }))).toEqual(['0 of 5 examples change.']);
  });

  it('begins with who changes and why, then a line for each rule that is written otherwise or moves somebody', () => {
    const counts = [{ before: 'met', after: 'not-met', count: 1 } as const];
    const rules = [
      { ...summary, differences: ['needed hours: 3 becomes 4'], changes: counts, unchanged: 4 },
      { ...summary, rule: 'LA-CE-03', title: 'Surplus', differences: ['a new rule'] },
      { ...summary, rule: 'LA-CE-04', title: 'Total', changes: counts, unchanged: 4 },
      { ...summary, rule: 'LA-CE-05' },
    ];
    expect(comparisonInLines(comparison({ changes: [moved, alsoMoved], rules }))).toEqual([
      'S-1  LA-CE-02  met -> not met: You need 4 hours.',
      'S-1  LA-CE-03  met -> cannot tell: You need 4 hours.',
      '',
      'LA-CE-02  Ethics',
      '  written otherwise: needed hours: 3 becomes 4',
      '  1 from met to not met, 4 as before',
      '',
      'LA-CE-03  Surplus',
      '  written otherwise: a new rule',
      '  5 as before',
      '',
      'LA-CE-04  Total',
      '  1 from met to not met, 4 as before',
      '',
      '1 of 5 people change.',
    ]);
  });

  it('says apart what cannot be told, and what other pages had judged', () => {
    const lines = comparisonInLines(comparison({ changes: [moved, notTold, wasNeverTold], ofOtherPages: 2 }));
    expect(lines.slice(-3)).toEqual([
      '1 of 5 people change.',
      'For 2 of 5 people something cannot be told from what is stored.',
      '2 were judged by pages that are not those of the first folder: read their lines with care.',
    ]);
    expect(lines[1]).toBe('S-2  LA-CE-02  met -> cannot be told from what is stored: You need 4 hours.');
  });

  it('counts nobody as changed whose verdict stays', () => {
    const stays = change('S-4', 'does-not-apply', 'does-not-apply');
    expect(comparisonInLines(comparison({ changes: [stays] })).at(-1)).toBe('0 of 5 people change.');
  });
});

describe('everybody who was judged', () => {
  it('changes, cannot be told, or stays: one of the three', () => {
    const both = change('S-2', 'met', 'no-rule', 'LA-CE-03');
    expect(countPeople(comparison({ changes: [moved, notTold, alsoMoved, wasNeverTold] }))).toEqual({
      judged: 5,
      changed: [{ person: 'S-1', changes: [moved, alsoMoved] }],
      notTold: [
        { person: 'S-2', changes: [notTold] },
        { person: 'S-3', changes: [wasNeverTold] },
      ],
      unchanged: 2,
    });
    expect(countPeople(comparison({ changes: [notTold, both] })).changed).toEqual([
      { person: 'S-2', changes: [notTold, both] },
    ]);
    expect(countPeople(none)).toEqual({ judged: 5, changed: [], notTold: [], unchanged: 5 });
  });
});
