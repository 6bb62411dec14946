import type { Finding } from '#shared/domain/finding.ts';
import { factsOf } from './decide.ts';
import type { Rule } from './programme.ts';
import { printValue } from './read-value.ts';
import type { Weighed } from './weigh-clause.ts';
import { amountFor } from './weigh-clause.ts';
import { weigh } from './weigh-rule.ts';

export type Explanation = {
  /** one line a clause: what the page says, what was found, and whether it holds */
  readonly steps: readonly { readonly text: string; readonly found: string; readonly holds: Weighed['holds'] }[];
  /** where each amount used comes from */
  readonly sources: readonly string[];
  readonly whoDecides: string;
};

/** How a finding came about, from the facts that were stored with it: for an officer or an auditor. */
export function explain(rule: Rule, finding: Finding): Explanation {
  const { applies, met, wait } = weigh(rule, factsOf(finding), finding.year).clauses;
  return {
    steps: [...applies, ...met, ...wait].map((each) => ({
      text: each.clause.text,
      found: each.value === undefined ? 'not known' : printValue(each.clause.kind, each.value),
      holds: each.holds,
    })),
    sources: rule.amounts.flatMap((amount) => {
      const dated = amountFor(amount, finding.year);
      return dated
        ? [
            `${amount.name}: ${dated.value === null ? 'not published' : printValue(amount.kind, dated.value)} since ${dated.fromYear} (${dated.source})`,
          ]
        : [];
    }),
    whoDecides: finding.decidedBy === 'machine' ? 'The machine decides this.' : 'A person decides this.',
  };
}
