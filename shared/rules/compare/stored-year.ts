import type { Finding } from '#shared/domain/finding.ts';
import { leastName, mostName } from '../bounds.ts';
import type { Facts } from '../facts.ts';
import type { Programme } from '../programme.ts';

/** One person's year as its findings keep it: what a replay has, and nothing else. */
export type StoredYear = {
  /** the id on the roster, never a name */
  readonly person: string;
  readonly year: number;
  readonly asOf: string;
  readonly facts: Facts;
  /** what was asked when the year was judged: such a fact without a value was not known, any other was not kept */
  readonly asked: ReadonlySet<string>;
  /** whether a page judged this year that is not among the pages it is now compared from */
  readonly isOfOtherPages: boolean;
};

/** Puts the facts of a year's findings together. Null without a finding: nothing was judged. */
export function storedYear(person: string, findings: readonly Finding[], judgedBy: Programme): StoredYear | null {
  const [first] = findings;
  if (!first) return null;
  const pageOf = ({ rule, ruleSha256 }: Finding) =>
    judgedBy.rules.find((each) => each.id === rule && each.sha256 === ruleSha256);
  const asked = findings.flatMap((finding) => [
    ...(pageOf(finding)?.uses ?? []),
    ...Object.keys(finding.facts),
    ...finding.missing,
  ]);
  return {
    person,
    year: first.year,
    asOf: first.asOf,
    facts: Object.assign({}, ...findings.map(({ facts }) => facts)),
    asked: new Set(asked),
    isOfOtherPages: findings.some((finding) => pageOf(finding) === undefined),
  };
}

/** The same year without facts that other pages would have worked out otherwise. */
export function without(stored: StoredYear, names: readonly string[]): StoredYear {
  const gone = new Set(names.flatMap((name) => [name, leastName(name), mostName(name)]));
  return {
    ...stored,
    facts: Object.fromEntries(Object.entries(stored.facts).filter(([name]) => !gone.has(name))),
    asked: new Set([...stored.asked].filter((name) => !gone.has(name))),
  };
}
