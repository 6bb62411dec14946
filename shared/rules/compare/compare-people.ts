import type { Finding } from '#shared/domain/finding.ts';
import type { Programme } from '../programme.ts';
import { type OtherPages, otherPages, staleFacts } from './facts-of-pages.ts';
import { type Compared, type ComparedVerdict, judgeStored } from './judge-stored.ts';
import { ruleDifferences, ruleOf } from './rule-differences.ts';
import { type StoredYear, storedYear, without } from './stored-year.ts';

/** `person`: the id on the roster, or the words of an example. */
export type Change = {
  readonly person: string;
  readonly rule: string;
  readonly before: ComparedVerdict;
  readonly after: ComparedVerdict;
  readonly why: string;
};
export type RuleSummary = {
  readonly rule: string;
  readonly title: string;
  /** what is written otherwise on the page; empty where only something it rests on changed */
  readonly differences: readonly string[];
  readonly changes: readonly {
    readonly before: ComparedVerdict;
    readonly after: ComparedVerdict;
    readonly count: number;
  }[];
  readonly unchanged: number;
};
export type Comparison = {
  readonly over: 'people' | 'examples';
  readonly count: number;
  readonly changes: readonly Change[];
  readonly rules: readonly RuleSummary[];
  /** people whose year was judged by pages other than the ones compared from */
  readonly ofOtherPages: number;
};
export type Judged = { readonly person: string; readonly findings: readonly Finding[] };

/** Everybody's stored year under two programmes: who would change, under which rule, and why. Nothing is guessed. */
export function comparePeople(
  before: Programme,
  after: Programme,
  people: readonly Judged[],
  year: number,
): Comparison {
  const years = people
    .map(({ person, findings }) =>
      storedYear(
        person,
        findings.filter((each) => each.year === year),
        before,
      ),
    )
    .filter((stored) => stored !== null);
  const other = otherPages(before, after);
  const all = years.flatMap((stored) => pairsOf(before, after, other, stored));
  const changes = all.filter((each) => each.before !== each.after || each.after === 'not-stored');
  return {
    over: 'people',
    count: years.length,
    changes,
    rules: summaries(all, (id) => ({
      title: (ruleOf(after, id, year) ?? ruleOf(before, id, year))?.title ?? id,
      differences: ruleDifferences(ruleOf(before, id, year), ruleOf(after, id, year), year),
    })),
    ofOtherPages: years.filter(({ isOfOtherPages }) => isOfOtherPages).length,
  };
}

function pairsOf(before: Programme, after: Programme, other: OtherPages, stored: StoredYear): Change[] {
  const were = judgeStored(before, stored);
  const stale = staleFacts(before, after, other, stored);
  const are = judgeStored(after, without(stored, stale));
  const gone: Compared = { verdict: 'no-rule', why: 'these pages have no such rule for the year' };
  const ids = [...new Set([...were.keys(), ...are.keys()])].sort();
  return ids.map((rule) => {
    const [was, is] = [were.get(rule) ?? gone, are.get(rule) ?? gone];
    return { person: stored.person, rule, before: was.verdict, after: is.verdict, why: is.why };
  });
}

/** One line a rule, in the order of ids, with how many go from which verdict to which. */
export function summaries(
  all: readonly Change[],
  say: (rule: string) => Pick<RuleSummary, 'title' | 'differences'>,
): RuleSummary[] {
  const ids = [...new Set(all.map(({ rule }) => rule))].sort();
  return ids.map((rule) => {
    const own = all.filter((each) => each.rule === rule);
    const changed = own.filter((each) => each.before !== each.after);
    const kinds = [...new Map(changed.map((each) => [`${each.before} ${each.after}`, each])).values()];
    return {
      rule,
      ...say(rule),
      changes: kinds.map(({ before, after }) => ({
        before,
        after,
        count: changed.filter((each) => each.before === before && each.after === after).length,
      })),
      unchanged: own.length - changed.length,
    };
  });
}
