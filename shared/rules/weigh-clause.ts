import { GiveUp } from '#shared/domain/faults.ts';
import { type FactKind, type FactName, type Facts, kindOfFact } from './facts.ts';
import type { Amount, Clause, DatedAmount, Operand } from './programme.ts';
import { fitsKind } from './read-value.ts';

type Value = boolean | number | string;

/** A clause held against the facts. `unknown` when a fact or the amount for that year is not there. */
export type Weighed = {
  readonly clause: Clause;
  readonly holds: 'yes' | 'no' | 'unknown';
  readonly value: Value | undefined;
  readonly required: Value | undefined;
  /** names of the facts or amounts that are not known */
  readonly missing: readonly string[];
};

/** The amount in force for a report year: the line with the latest first year not after it. */
export function amountFor(amount: Amount, year: number): DatedAmount | undefined {
  return amount.dated.filter((each) => each.fromYear <= year).sort((a, b) => b.fromYear - a.fromYear)[0];
}

export function weighClause(clause: Clause, amounts: readonly Amount[], facts: Facts, year: number): Weighed {
  const value = knownValue(clause.fact, facts);
  const { required, name } = requiredBy(clause.operand, amounts, facts, year);
  const missing = [
    ...(value === undefined ? [clause.fact] : []),
    ...(name !== null && required === undefined ? [name] : []),
  ];
  if (clause.operand.is === 'list') {
    const holds = value === undefined ? 'unknown' : clause.operand.values.includes(String(value)) ? 'yes' : 'no';
    return { clause, holds, value, required: undefined, missing };
  }
  if (value === undefined || required === undefined) return { clause, holds: 'unknown', value, required, missing };
  return { clause, holds: compare(clause, value, required) ? 'yes' : 'no', value, required, missing };
}

function knownValue(name: FactName, facts: Facts): Value | undefined {
  const value = facts[name];
  if (value === undefined) return undefined;
  const kind: FactKind = kindOfFact(name);
  if (!fitsKind(kind, value)) throw new GiveUp(`the fact "${name}" was handed in with a value that is no ${kind}`);
  return value;
}

function requiredBy(
  operand: Operand,
  amounts: readonly Amount[],
  facts: Facts,
  year: number,
): { required: Value | undefined; name: string | null } {
  switch (operand.is) {
    case 'value':
      return { required: operand.value, name: null };
    case 'fact':
      return { required: knownValue(operand.name, facts), name: operand.name };
    case 'amount': {
      const amount = amounts.find((each) => each.name === operand.name);
      return { required: amount ? amountFor(amount, year)?.value : undefined, name: operand.name };
    }
    case 'list':
      return { required: undefined, name: null };
  }
}

/** Days are yyyy-mm-dd and hours whole hundredths, so plain comparison is exact. */
function compare(clause: Clause, value: Value, required: Value): boolean {
  switch (clause.comparison) {
    case 'is':
      return value === required;
    case 'is not':
      return value !== required;
    case 'is at least':
    case 'is on or after':
      return value >= required;
    case 'is at most':
    case 'is on or before':
      return value <= required;
    case 'is more than':
    case 'is after':
      return value > required;
    case 'is before':
      return value < required;
    case 'is one of':
      return false;
  }
}
