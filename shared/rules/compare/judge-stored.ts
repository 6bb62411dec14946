import type { Finding, Verdict } from '#shared/domain/finding.ts';
import { leastName, mostName } from '../bounds.ts';
import { decide } from '../decide.ts';
import type { Facts } from '../facts.ts';
import { completeFacts } from '../judge-year.ts';
import { type Programme, type Rule, rulesIn } from '../programme.ts';
import { saidOf } from '../vocabulary.ts';
import { inputsOf, ofLateness } from './facts-of-pages.ts';
import type { StoredYear } from './stored-year.ts';

/** A verdict, or that the stored facts cannot give one, or that the pages have no such rule for the year. */
export type ComparedVerdict = Verdict | 'not-stored' | 'no-rule';
export type Compared = { readonly verdict: ComparedVerdict; readonly why: string };

/** Every rule of a programme for a stored year, by the rule's id. */
export function judgeStored(programme: Programme, stored: StoredYear): Map<string, Compared> {
  const facts = factsFor(programme, stored);
  const rules = rulesIn(programme.rules, stored.year);
  return new Map(
    rules.map((rule) => [rule.id, asCompared(programme, rule, decide(rule, facts, stored), stored.asked)]),
  );
}

/**
 * "Cannot tell" because a fact was never kept is no answer about the person, and is said so. Any other verdict stands: more
 * facts would not change it.
 */
export function asCompared(programme: Programme, rule: Rule, finding: Finding, asked: ReadonlySet<string>): Compared {
  const isKept = (name: string): boolean =>
    asked.has(name) ||
    saidOf(rule.vocabulary, name) === undefined ||
    (inputsOf(name, programme, finding.year)?.every(isKept) ?? false);
  const notKept = finding.verdict === 'cannot-tell' ? finding.missing.filter((name) => !isKept(name)) : [];
  if (notKept.length === 0) return { verdict: finding.verdict, why: finding.why };
  return { verdict: 'not-stored', why: `cannot be told from what is stored: ${notKept.join(', ')}` };
}

/** Without the day of the report nobody knows how late it was: the page would take it as not come yet. */
function factsFor(programme: Programme, stored: StoredYear): Facts {
  const complete = completeFacts(programme, stored.facts, stored);
  if (stored.asked.has('report day')) return complete;
  const late = new Set(ofLateness.flatMap((name) => [name, leastName(name), mostName(name)]));
  const isKept = (name: string) => !late.has(name) || stored.facts[name] !== undefined;
  return Object.fromEntries(Object.entries(complete).filter(([name]) => isKept(name)));
}
