import type { Finding } from '#shared/domain/finding.ts';
import type { Rule } from '../programme.ts';
import type { Change } from './compare-people.ts';

export type JudgedTwice = {
  readonly person: string;
  readonly findings: readonly Finding[];
  readonly shadow: readonly Finding[];
};
export type ShadowAgreement = {
  readonly agreed: number;
  /** whom the page in shadow would have told something else */
  readonly differed: readonly Change[];
  /** judged by an earlier wording of the page in shadow: not counted */
  readonly byOlderPage: number;
  /** whether a live rule has the same number; without one the page asks for something new */
  readonly hasLive: boolean;
};

/**
 * How often a page in shadow said otherwise than the live rule of its number, in the judgements as they are stored. Where no
 * rule has its number nothing is asked now, so "met" and "does not apply" would change nothing.
 */
export function shadowAgreement(rule: Rule, people: readonly JudgedTwice[]): ShadowAgreement {
  const own = people.flatMap(({ person, findings, shadow }) => {
    const inShadow = shadow.find((each) => each.rule === rule.id && each.page === rule.page);
    const live = findings.find((each) => each.rule === rule.id);
    return inShadow ? [{ person, inShadow, live }] : [];
  });
  const current = own.filter(({ inShadow }) => inShadow.ruleSha256 === rule.sha256);
  const differed = current
    .filter(({ inShadow, live }) => (live ? live.verdict !== inShadow.verdict : asksSomething(inShadow)))
    .map(({ person, inShadow, live }): Change => {
      const before = live?.verdict ?? 'no-rule';
      return { person, rule: rule.id, before, after: inShadow.verdict, why: inShadow.why };
    });
  return {
    agreed: current.length - differed.length,
    differed,
    byOlderPage: own.length - current.length,
    hasLive: current.some(({ live }) => live !== undefined),
  };
}

const asksSomething = ({ verdict }: Finding) => verdict === 'not-met' || verdict === 'cannot-tell';
