import type { Finding } from '#shared/domain/finding.ts';
import { formatHours, parseHours } from '#shared/domain/hours.ts';
import type { Facts } from './facts.ts';

export const standings = [
  'not-yet-due',
  'met',
  'nothing-received',
  'in-progress',
  'documents-incomplete',
  'in-review',
  'past-deadline-unresolved',
] as const;
export type Standing = (typeof standings)[number];

export type StillNeeded = {
  readonly rule: string;
  readonly verdict: 'not-met' | 'cannot-tell';
  /** how much is short, as a printed decimal, where the rule compares amounts */
  readonly shortBy: string | null;
  readonly why: string;
};

export type StandingSummary = {
  readonly standing: Standing;
  /** what keeps the year from being met, the smallest step first */
  readonly stillNeeded: readonly StillNeeded[];
  /** the sentence for the smallest step that the person could take, or null */
  readonly nearestMiss: string | null;
};

/**
 * Where a person stands in a report year. Never "inactive": that is set by a named person. `facts` as completed for the
 * question, with today and the last day of the report year.
 */
export function combine(findings: readonly Finding[], facts: Facts): StandingSummary {
  const open = findings.flatMap(stillNeeded).sort(bySmallestStep);
  return {
    standing: standingOf(findings, open, facts),
    stillNeeded: open,
    nearestMiss: open.find((each) => each.verdict === 'not-met')?.why ?? null,
  };
}

function standingOf(findings: readonly Finding[], open: readonly StillNeeded[], facts: Facts): Standing {
  if (findings.length > 0 && findings.every((finding) => finding.verdict === 'does-not-apply')) return 'not-yet-due';
  if (open.length === 0) return findings.length > 0 ? 'met' : 'in-review';
  if (isOver(facts)) return 'past-deadline-unresolved';
  if (isMoreThanZero(facts['hours in review']) || isMoreThanZero(facts['documents in review'])) return 'in-review';
  if (facts['report form received'] === false && !isMoreThanZero(facts['counted hours'])) return 'nothing-received';
  const adverse = open.filter((each) => each.verdict === 'not-met');
  if (adverse.length === 0) return 'in-review';
  return adverse.every((each) => each.shortBy !== null) ? 'in-progress' : 'documents-incomplete';
}

function isOver(facts: Facts): boolean {
  const [today, last] = [facts.today, facts['last day of report year']];
  return typeof today === 'string' && typeof last === 'string' && today > last;
}

function isMoreThanZero(value: Facts[string]): boolean {
  return typeof value === 'number' && value > 0;
}

function stillNeeded(finding: Finding): StillNeeded[] {
  if (finding.verdict !== 'not-met' && finding.verdict !== 'cannot-tell') return [];
  return [{ rule: finding.rule, verdict: finding.verdict, shortBy: shortBy(finding), why: finding.why }];
}

function shortBy(finding: Finding): string | null {
  const [value, required] = [finding.value, finding.required].map((each) => (each === null ? null : parseHours(each)));
  if (value === null || required === null || value === undefined || required === undefined) return null;
  return required > value ? formatHours(required - value) : null;
}

/** What is decided comes before what is open, and a smaller amount before a larger one. */
function bySmallestStep(one: StillNeeded, other: StillNeeded): number {
  if (one.verdict !== other.verdict) return one.verdict === 'not-met' ? -1 : 1;
  return amountOf(one) - amountOf(other) || (one.rule < other.rule ? -1 : 1);
}

function amountOf(needed: StillNeeded): number {
  return needed.shortBy === null ? 0 : (parseHours(needed.shortBy) ?? 0);
}
