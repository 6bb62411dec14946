import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { Finding } from '#shared/domain/finding.ts';
import { findingFrom, type WhenAsked } from '#shared/rules/decide.ts';
import type { Facts } from '#shared/rules/facts.ts';
import type { Clause, Comparison, Rule } from '#shared/rules/programme.ts';
import { amountFor, unknownIn, type Weighed } from '#shared/rules/weigh-clause.ts';
import { conclude } from '#shared/rules/weigh-rule.ts';

/** What came of one clause: json-rules-engine writes it into the tree of conditions that it gives back with each rule. */
type Outcome = { readonly factResult?: Value; readonly valueResult?: unknown; readonly result: boolean };
type Group = { readonly all?: readonly Outcome[]; readonly any?: readonly Outcome[] };
type RuleResult = { readonly name: string; readonly conditions: { readonly any: readonly Group[] } };
type Results = { readonly results: readonly RuleResult[]; readonly failureResults: readonly RuleResult[] };
type Engine = {
  addOperator(name: string, holds: (value: unknown, required: unknown) => boolean): void;
  addRule(rule: object): unknown;
  run(facts: object): Promise<Results>;
};
type Package = {
  readonly Engine: new (rules: object[], options: object) => Engine;
  readonly Fact: new (name: string, value: unknown, options: object) => object;
};
type Value = number | string | boolean;

const packageSchema = z.custom<Package>(
  (value) => z.object({ Engine: z.unknown(), Fact: z.unknown() }).safeParse(value).success,
);

const isValue = (value: unknown): value is Value => ['number', 'string', 'boolean'].includes(typeof value);
const ifKnown = (check: (value: Value, required: Value) => boolean) => (value: unknown, required: unknown) =>
  isValue(value) && isValue(required) && check(value, required);
const operators: Readonly<Record<Comparison, (value: unknown, required: unknown) => boolean>> = {
  is: ifKnown((value, required) => value === required),
  'is not': ifKnown((value, required) => value !== required),
  'is at least': ifKnown((value, required) => value >= required),
  'is on or after': ifKnown((value, required) => value >= required),
  'is at most': ifKnown((value, required) => value <= required),
  'is on or before': ifKnown((value, required) => value <= required),
  'is more than': ifKnown((value, required) => value > required),
  'is after': ifKnown((value, required) => value > required),
  'is before': ifKnown((value, required) => value < required),
  'is one of': (value, required) => Array.isArray(required) && required.includes(value),
};

export type OtherEngine = {
  /** the facts as the engine wants them */
  factsFor(facts: Facts): object;
  run(facts: object): Promise<Results>;
  /** our findings from its results, by the same code as ours once every clause is weighed */
  findings(results: Results, facts: Facts): Finding[];
};

/**
 * json-rules-engine with the same rules, in the way that was the quickest of those tried: built once, one rule for each page
 * (three cost a twentieth more), the amounts of the year written in, no facts but those that the rules ask, and none of them
 * hashed for its cache, since all are constants.
 */
export function otherEngine(folder: string, rules: readonly Rule[], when: WhenAsked): OtherEngine {
  const { Engine, Fact } = packageSchema.parse(createRequire(import.meta.url)(resolve(folder)));
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [name, holds] of Object.entries(operators)) engine.addOperator(name, holds);
  for (const rule of rules) engine.addRule(asTheirRule(rule, when.year));
  const asked = [...new Set(rules.flatMap(factsAsked))];
  return {
    factsFor: (facts) => Object.fromEntries(asked.map((name) => [name, new Fact(name, facts[name], { cache: false })])),
    run: (facts) => engine.run(facts),
    findings: ({ results, failureResults }, facts) => {
      const named = new Map([...results, ...failureResults].map((each) => [each.name, each.conditions.any]));
      return rules.map((rule) =>
        findingFrom(conclude(rule, clausesOf(rule, named.get(rule.id) ?? [])), rule, facts, when),
      );
    },
  };
}

function asTheirRule(rule: Rule, year: number): object {
  const conditions = (clauses: readonly Clause[]) => clauses.map((clause) => conditionOf(clause, rule, year));
  const wait = rule.waitWhile.length > 0 ? [{ any: conditions(rule.waitWhile) }] : [];
  return {
    name: rule.id,
    conditions: { any: [{ all: conditions(rule.applies) }, { all: conditions(rule.metWhen) }, ...wait] },
    event: { type: rule.id },
  };
}

function conditionOf({ fact, comparison, operand }: Clause, rule: Rule, year: number): object {
  const required = () => {
    if (operand.is === 'fact') return { fact: operand.name };
    if (operand.is === 'list') return operand.values;
    if (operand.is === 'value') return operand.value;
    const amount = rule.amounts.find(({ name }) => name === operand.name);
    return amount ? amountFor(amount, year)?.value : undefined;
  };
  return { fact, operator: comparison, value: required() };
}

function factsAsked({ applies, metWhen, waitWhile }: Rule): string[] {
  return [...applies, ...metWhen, ...waitWhile].flatMap(({ fact, operand }) =>
    operand.is === 'fact' ? [fact, operand.name] : [fact],
  );
}

function clausesOf(rule: Rule, [applies, met, wait]: readonly Group[]) {
  const weighed = (clauses: readonly Clause[], outcomes: readonly Outcome[] = []) =>
    clauses.map((clause, at) => weighedAs(clause, outcomes[at]));
  return {
    applies: weighed(rule.applies, applies?.all),
    met: weighed(rule.metWhen, met?.all),
    wait: weighed(rule.waitWhile, wait?.any),
  };
}

function weighedAs(clause: Clause, outcome: Outcome | undefined): Weighed {
  const value = outcome?.factResult;
  const required = isValue(outcome?.valueResult) ? outcome.valueResult : undefined;
  const isUnknown = value === undefined || (required === undefined && clause.operand.is !== 'list');
  if (isUnknown) return { clause, holds: 'unknown', value, required, missing: unknownIn(clause, value, required) };
  return { clause, holds: outcome?.result ? 'yes' : 'no', value, required, missing: [] };
}
