import type { Verdict } from '#shared/domain/finding.ts';
import type { Facts } from './facts.ts';
import type { Clause, Rule } from './programme.ts';
import { type Weighed, weighClause } from './weigh-clause.ts';

/** A verdict and what it hangs on: the facts that decide which sentence is said. */
export type Weighing = {
  readonly verdict: Verdict;
  readonly because: readonly string[];
  readonly missing: readonly string[];
  readonly weighed: readonly Weighed[];
};

export function weigh(rule: Rule, facts: Facts, year: number): Weighing {
  const all = (clauses: readonly Clause[]) => clauses.map((clause) => weighClause(clause, rule.amounts, facts, year));
  const [applies, met, wait] = [all(rule.applies), all(rule.metWhen), all(rule.waitWhile)];
  const conclude = (verdict: Verdict, reasons: readonly Weighed[], missing: readonly Weighed[] = []): Weighing => ({
    verdict,
    because: unique(reasons.map((each) => each.clause.fact)),
    missing: unique(missing.flatMap((each) => (each.missing.length > 0 ? each.missing : [each.clause.fact]))),
    weighed: [...applies, ...met, ...wait],
  });
  const that = (clauses: readonly Weighed[], holds: Weighed['holds']) => clauses.filter((each) => each.holds === holds);
  const unless = that(applies, 'no');
  if (unless.length > 0) return conclude('does-not-apply', unless);
  const doubtful = that(applies, 'unknown');
  if (doubtful.length > 0) return conclude('cannot-tell', doubtful, doubtful);
  const failed = that(met, 'no');
  const open = that(met, 'unknown');
  if (failed.length === 0 && open.length === 0) return conclude('met', met);
  const waiting = [...that(wait, 'yes'), ...that(wait, 'unknown')];
  if (failed.length === 0 || waiting.length > 0)
    return conclude('cannot-tell', [...open, ...waiting, ...failed], [...open, ...waiting]);
  if (rule.notMetIs === 'person-only') return conclude('cannot-tell', failed);
  return conclude('not-met', failed);
}

function unique(names: readonly string[]): string[] {
  return names.length < 2 ? [...names] : [...new Set(names)];
}
