import type { Verdict } from '#shared/domain/finding.ts';
import type { Facts } from './facts.ts';
import type { Clause, Rule } from './programme.ts';
import { type Weighed, weighClause } from './weigh-clause.ts';

/** Every clause of a page held against the facts. */
export type Clauses = {
  readonly applies: readonly Weighed[];
  readonly met: readonly Weighed[];
  readonly wait: readonly Weighed[];
};

/** A verdict and what it hangs on: the facts that decide which sentence is said. */
export type Weighing = {
  readonly verdict: Verdict;
  readonly because: readonly string[];
  readonly missing: readonly string[];
  readonly clauses: Clauses;
};

export function weigh(rule: Rule, facts: Facts, year: number): Weighing {
  const all = (clauses: readonly Clause[]) => clauses.map((clause) => weighClause(clause, rule.amounts, facts, year));
  return conclude(rule, { applies: all(rule.applies), met: all(rule.metWhen), wait: all(rule.waitWhile) });
}

/** The verdict from the clauses: one of four, in the order in which an officer would ask. */
export function conclude({ notMetIs }: Rule, clauses: Clauses): Weighing {
  const { applies, met, wait } = clauses;
  const verdict = (is: Verdict, reasons: readonly Weighed[], missing: readonly Weighed[] = []): Weighing => ({
    verdict: is,
    because: unique(reasons.map((each) => each.clause.fact)),
    missing: unique(missing.flatMap((each) => (each.missing.length > 0 ? each.missing : [each.clause.fact]))),
    clauses,
  });
  const unless = those(applies, 'no');
  if (unless.length > 0) return verdict('does-not-apply', unless);
  const doubtful = those(applies, 'unknown');
  if (doubtful.length > 0) return verdict('cannot-tell', doubtful, doubtful);
  const failed = those(met, 'no');
  const open = those(met, 'unknown');
  if (failed.length === 0 && open.length === 0) return verdict('met', met);
  const waiting = [...those(wait, 'yes'), ...those(wait, 'unknown')];
  if (failed.length === 0 || waiting.length > 0)
    return verdict('cannot-tell', [...open, ...waiting, ...failed], [...open, ...waiting]);
  if (notMetIs === 'person-only') return verdict('cannot-tell', failed);
  return verdict('not-met', failed);
}

const those = (clauses: readonly Weighed[], holds: Weighed['holds']) => clauses.filter((each) => each.holds === holds);

/** The lists are short: looking through them is quicker than a set. */
function unique(names: readonly string[]): string[] {
  return names.filter((name, at) => names.indexOf(name) === at);
}
