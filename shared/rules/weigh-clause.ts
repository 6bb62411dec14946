import { GiveUp } from '#shared/domain/faults.ts';
import { type Bounds, boundsIn } from './bounds.ts';
import type { Facts } from './facts.ts';
import type { Amount, Clause, DatedAmount } from './programme.ts';
import { fitsKind } from './read-value.ts';
import type { FactKind } from './vocabulary.ts';

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
  let latest: DatedAmount | undefined;
  for (const each of amount.dated) {
    if (each.fromYear <= year && (latest === undefined || each.fromYear > latest.fromYear)) latest = each;
  }
  return latest;
}

export function weighClause(clause: Clause, amounts: readonly Amount[], facts: Facts, year: number): Weighed {
  const value = knownValue(clause.fact, clause.kind, facts);
  const required = requiredBy(clause, amounts, facts, year);
  const holds = holdsFor(clause, value, required, facts);
  const missing = holds === 'unknown' ? unknownIn(clause, value, required) : [];
  return { clause, holds, value, required, missing };
}

/** The names of the facts or amounts without which a clause cannot be weighed. */
export function unknownIn({ fact, operand }: Clause, value: Value | undefined, required: Value | undefined): string[] {
  const names = value === undefined ? [fact] : [];
  if (required === undefined && (operand.is === 'fact' || operand.is === 'amount')) names.push(operand.name);
  return names;
}

function holdsFor(
  clause: Clause,
  value: Value | undefined,
  required: Value | undefined,
  facts: Facts,
): Weighed['holds'] {
  const yesNo = (holds: boolean) => (holds ? 'yes' : 'no');
  const { operand } = clause;
  if (value === undefined) {
    const within = boundsIn(facts, clause.fact);
    return within && typeof required === 'number' ? compareWithin(clause, within, required) : 'unknown';
  }
  if (operand.is === 'list') return yesNo(operand.values.includes(String(value)));
  return required === undefined ? 'unknown' : yesNo(compare(clause, value, required));
}

/** An amount known only from and to decides when every value in between would decide the same. */
function compareWithin(clause: Clause, { least, most }: Bounds, required: number): Weighed['holds'] {
  const atLeast = compare(clause, least, required);
  const atMost = compare(clause, most ?? Number.POSITIVE_INFINITY, required);
  const isOne = clause.comparison === 'is' || clause.comparison === 'is not';
  const isOutside = required < least || required > (most ?? Number.POSITIVE_INFINITY);
  if (isOne ? isOutside : atLeast === atMost) return atLeast ? 'yes' : 'no';
  return 'unknown';
}

function knownValue(name: string, kind: FactKind, facts: Facts): Value | undefined {
  const value = facts[name];
  if (value === undefined) return undefined;
  if (!fitsKind(kind, value)) throw new GiveUp(`the fact "${name}" was handed in with a value that is no ${kind}`);
  return value;
}

function requiredBy(
  { operand, kind }: Clause,
  amounts: readonly Amount[],
  facts: Facts,
  year: number,
): Value | undefined {
  switch (operand.is) {
    case 'value':
      return operand.value;
    case 'fact':
      return knownValue(operand.name, kind, facts);
    case 'amount': {
      const amount = amounts.find((each) => each.name === operand.name);
      return amount ? (amountFor(amount, year)?.value ?? undefined) : undefined;
    }
    case 'list':
      return undefined;
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
