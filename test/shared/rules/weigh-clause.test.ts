import { describe, expect, it } from 'vitest';
import { boundsAsFacts } from '#shared/rules/bounds.ts';
import type { Clause, Comparison } from '#shared/rules/programme.ts';
import { weighClause } from '#shared/rules/weigh-clause.ts';

const numbers = [0, 1, 2, 3, 4];
const asked: Record<string, (value: number, required: number) => boolean> = {
  is: (value, required) => value === required,
  'is not': (value, required) => value !== required,
  'is at least': (value, required) => value >= required,
  'is at most': (value, required) => value <= required,
  'is more than': (value, required) => value > required,
};

function clauseWith(comparison: Comparison, value: number | string): Clause {
  const kind = typeof value === 'string' ? 'day' : 'count';
  return { fact: 'it', kind, comparison, operand: { is: 'value', value }, text: `it ${comparison} ${value}` };
}

const answer = (holding: number, all: number) => (holding === all ? 'yes' : holding === 0 ? 'no' : 'unknown');
const triples = numbers.flatMap((least) =>
  numbers
    .filter((most) => most >= least)
    .flatMap((most) => numbers.map((required) => [least, most, required] as const)),
);

describe('a condition', () => {
  const comparisons = ['is', 'is not', 'is at least', 'is at most', 'is more than'] as const;

  it.each(comparisons)('"%s" holds for an amount from and to only when it holds for all in between', (comparison) => {
    for (const [least, most, required] of triples) {
      const between = numbers.filter((each) => least <= each && each <= most);
      const holding = between.filter((each) => asked[comparison]?.(each, required)).length;
      const { holds } = weighClause(clauseWith(comparison, required), [], boundsAsFacts('it', { least, most }), 2026);
      expect([least, most, required, holds]).toEqual([least, most, required, answer(holding, between.length)]);
    }
  });

  it('knows no end where none is known', () => {
    const open = boundsAsFacts('it', { least: 2, most: null });
    const holds = (comparison: Comparison, required: number) =>
      weighClause(clauseWith(comparison, required), [], open, 2026).holds;

    expect([
      holds('is at least', 2),
      holds('is at least', 3),
      holds('is at most', 1),
      holds('is at most', 9),
      holds('is', 9),
    ]).toEqual(['yes', 'unknown', 'no', 'unknown', 'unknown']);
  });

  it('is strict about days where it says before or after', () => {
    const on = (comparison: Comparison) =>
      weighClause(clauseWith(comparison, '2026-12-31'), [], { it: '2026-12-31' }, 2026).holds;

    expect([on('is before'), on('is after'), on('is on or before'), on('is on or after')]).toEqual([
      'no',
      'no',
      'yes',
      'yes',
    ]);
  });
});
