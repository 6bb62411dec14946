import { describe, expect, it } from 'vitest';
import { boundsAsFacts } from '#shared/rules/bounds.ts';
import type { Facts } from '#shared/rules/facts.ts';
import type { Amount, Clause, Comparison } from '#shared/rules/programme.ts';
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

const amount = (name: string, value: number | null): Amount => ({
  name,
  kind: 'count',
  dated: [{ fromYear: 2020, value, source: 'a page' }],
});
const [never, needed] = [amount('never said', null), amount('needed', 2)];

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
    const comparisons = ['is before', 'is on or before', 'is', 'is not', 'is on or after', 'is after'] as const;
    const on = (day: string) =>
      comparisons.map((each) => weighClause(clauseWith(each, '2026-12-31'), [], { it: day }, 2026).holds);

    expect(on('2026-12-30')).toEqual(['yes', 'yes', 'no', 'yes', 'no', 'no']);
    expect(on('2026-12-31')).toEqual(['no', 'yes', 'yes', 'no', 'yes', 'no']);
    expect(on('2027-01-01')).toEqual(['no', 'no', 'no', 'yes', 'yes', 'yes']);
  });

  it('names each fact or amount that is not known, and nothing where it is decided', () => {
    const asked = (operand: Clause['operand'], facts: Facts): readonly string[] =>
      weighClause({ ...clauseWith('is at least', 2), operand }, [never, needed], facts, 2026).missing;

    expect(asked({ is: 'value', value: 2 }, {})).toEqual(['it']);
    expect(asked({ is: 'fact', name: 'other' }, {})).toEqual(['it', 'other']);
    expect(asked({ is: 'fact', name: 'other' }, { it: 2 })).toEqual(['other']);
    expect(asked({ is: 'fact', name: 'other' }, { other: 2 })).toEqual(['it']);
    expect(asked({ is: 'fact', name: 'other' }, { it: 2, other: 2 })).toEqual([]);
    expect(asked({ is: 'amount', name: 'never said' }, { it: 2 })).toEqual(['never said']);
    expect(asked({ is: 'amount', name: 'needed' }, { it: 2 })).toEqual([]);
    expect(asked({ is: 'list', values: ['2'] }, {})).toEqual(['it']);
    expect(asked({ is: 'value', value: 2 }, boundsAsFacts('it', { least: 2, most: 3 }))).toEqual([]);
  });

  it('is held against the amount of its own name', () => {
    const clause: Clause = { ...clauseWith('is at least', 0), operand: { is: 'amount', name: 'needed' } };
    const weighed = (facts: Facts, amounts = [never, needed]) => weighClause(clause, amounts, facts, 2026);

    expect(weighed({ it: 2 })).toMatchObject({ holds: 'yes', required: 2 });
    expect(weighed({ it: 1 })).toMatchObject({ holds: 'no', required: 2 });
    expect(weighed(boundsAsFacts('it', { least: 5, most: 6 }), [never])).toMatchObject({ holds: 'unknown' });
    expect(weighed({ it: 2 }, [])).toMatchObject({ holds: 'unknown', required: undefined });
  });

  it('of a list holds for each of its words', () => {
    const clause: Clause = {
      ...clauseWith('is one of', 0),
      kind: 'word',
      operand: { is: 'list', values: ['one', 'two'] },
    };
    const holds = ['one', 'two', 'three'].map((it) => weighClause(clause, [], { it }, 2026).holds);

    expect(holds).toEqual(['yes', 'yes', 'no']);
  });
});
