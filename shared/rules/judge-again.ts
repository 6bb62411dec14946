import type { Finding } from '#shared/domain/finding.ts';
import { decide, factsOf } from './decide.ts';
import { everyRule, type Programme } from './programme.ts';

/** `again` is null when these pages have no page with that hash: then they are not the ones that judged. */
export type JudgedAgain = { readonly finding: Finding; readonly again: Finding | null; readonly isSame: boolean };

/**
 * Stored findings judged once more by the facts that were stored with them. By the pages that judged them the same must come
 * out, to the letter: then a year's answer can be shown to anybody, however often the pages have changed since.
 */
export function judgeAgain(programme: Programme, findings: readonly Finding[]): JudgedAgain[] {
  const rules = everyRule(programme);
  return findings.map((finding) => {
    const rule = rules.find(({ id, sha256 }) => id === finding.rule && sha256 === finding.ruleSha256);
    const again = rule ? decide(rule, factsOf(finding), finding) : null;
    return { finding, again, isSame: again !== null && isSame(again, finding) };
  });
}

/**
 * What else a stored row keeps beside a finding, such as the place of its person, is no part of the answer. Where a person
 * said otherwise than the rule, the rule's own verdict is what comes out again.
 */
function isSame(again: Finding, { override, ...stored }: Finding): boolean {
  const byRule = override ? { verdict: override.verdictByRule, decidedBy: again.decidedBy } : {};
  const kept = new Map<string, unknown>(Object.entries({ ...stored, ...byRule }));
  return Object.entries(again).every(([name, value]) => plain(value) === plain(kept.get(name)));
}

/** As text, the names of an object in order: a store need not keep the order. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each,
  );
}
