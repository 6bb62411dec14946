import type { Finding } from '#shared/domain/finding.ts';
import { factsOf } from './decide.ts';
import type { Clause, Rule } from './programme.ts';
import { printValue } from './read-value.ts';
import type { Weighed } from './weigh-clause.ts';
import { amountFor } from './weigh-clause.ts';
import { weigh } from './weigh-rule.ts';

export type Explanation = {
  /** one line a clause: which part of the page it stands in, what it says, what was found, and whether it holds */
  readonly steps: readonly {
    readonly part: string;
    readonly text: string;
    readonly found: string;
    readonly holds: Weighed['holds'];
  }[];
  /** where each amount used comes from */
  readonly sources: readonly string[];
  readonly whoDecides: string;
};

const partOf = ({ applies, waitWhile }: Rule, clause: Clause): string => {
  if (applies.includes(clause)) return 'applies if';
  return waitWhile.includes(clause) ? 'wait while' : 'met when';
};

/** How a finding came about, from the facts that were stored with it: for an officer or an auditor. */
export function explain(rule: Rule, finding: Finding): Explanation {
  const { applies, met, wait } = weigh(rule, factsOf(finding), finding.year).clauses;
  return {
    steps: [...applies, ...met, ...wait].map((each) => ({
      part: partOf(rule, each.clause),
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
