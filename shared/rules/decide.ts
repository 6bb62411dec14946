import type { Finding, Verdict } from '#shared/domain/finding.ts';
import type { Facts } from './facts.ts';
import { fillWords } from './fill-words.ts';
import type { Rule } from './programme.ts';
import { printValue } from './read-value.ts';
import type { Weighed } from './weigh-clause.ts';
import { type Weighing, weigh } from './weigh-rule.ts';

export type WhenAsked = {
  readonly year: number;
  /** a day or an instant: for which moment the question is asked */
  readonly asOf: string;
};

/**
 * One rule for one person and report year. Hours in `facts` are whole hundredths; a fact that is absent or undefined is
 * not known and can never lead to "met" or "not met" where it matters.
 */
export function decide(rule: Rule, facts: Facts, when: WhenAsked): Finding {
  return findingFrom(weigh(rule, facts, when.year), rule, facts, when);
}

/** The whole finding for a verdict: what was compared, the sentence, the source and the facts that give it again. */
export function findingFrom(weighing: Weighing, rule: Rule, facts: Facts, when: WhenAsked): Finding {
  const compared = weighing.verdict === 'does-not-apply' ? undefined : amountCompared(weighing.clauses.met);
  const kind = compared?.clause.kind ?? 'count';
  const print = (value: Weighed['value']) => (value === undefined ? null : printValue(kind, value));
  return {
    rule: rule.id,
    page: rule.page,
    ruleSha256: rule.sha256,
    year: when.year,
    asOf: when.asOf,
    verdict: weighing.verdict,
    value: compared ? print(compared.value) : null,
    required: compared ? print(compared.required) : null,
    why: fillWords({ rule, facts, year: when.year, weighing, compared }),
    citation: rule.citation,
    missing: [...weighing.missing],
    facts: factsUsed(rule, facts),
    decidedBy: decidedBy(rule, weighing.verdict),
  };
}

/** The comparison shown as value and required: the first about hours or a count, a failed one before the others. */
function amountCompared(met: readonly Weighed[]): Weighed | undefined {
  const amounts = met.filter(({ clause: { kind } }) => kind === 'hours' || kind === 'count');
  return amounts.find((each) => each.holds === 'no') ?? amounts[0];
}

function factsUsed(rule: Rule, facts: Facts): Finding['facts'] {
  const used: Record<string, boolean | number | string> = {};
  for (const name of rule.uses) {
    const value = facts[name];
    if (value !== undefined) used[name] = value;
  }
  return used;
}

function decidedBy(rule: Rule, verdict: Verdict): Finding['decidedBy'] {
  if (verdict === 'met' || verdict === 'does-not-apply') return 'machine';
  return verdict === 'not-met' && rule.notMetIs === 'machine' ? 'machine' : 'person';
}

/** The finding's facts again, as they would be handed in: what a replay judges. */
export function factsOf(finding: Finding): Facts {
  return finding.facts;
}
