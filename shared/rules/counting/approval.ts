import type { Bounds } from '../bounds.ts';
import type { CountedCredit } from './counted-credit.ts';

/** Which approval a training needs. after the fact: a person decides about each. */
export const approvalModes = ['none', 'list', 'list or form', 'after the fact'] as const;
export type ApprovalMode = (typeof approvalModes)[number];

/** How many trainings do not have the approval that is asked for; from and to where some are not known. */
export function withoutApproval(credits: readonly CountedCredit[], mode: ApprovalMode | null): Bounds {
  const all = credits.filter((credit) => credit.status !== 'not-counted').map((credit) => isWithout(credit, mode));
  return { least: count(all, ['yes']), most: count(all, ['yes', 'maybe']) };
}

function isWithout({ approval }: CountedCredit, mode: ApprovalMode | null): 'yes' | 'no' | 'maybe' {
  if (mode === 'none' || approval === 'listed') return 'no';
  if (mode === null || mode === 'after the fact' || approval === null) return 'maybe';
  return mode === 'list or form' && approval === 'form' ? 'no' : 'yes';
}

/** A paper that proves a training, and whether a person has to look at it. */
export type AcceptedEvidence = { readonly kind: string; readonly when: 'always' | 'a person decides' };

/** How many trainings came without a paper that the programme accepts; from and to where a person has to look. */
export function withoutEvidence(credits: readonly CountedCredit[], accepted: readonly AcceptedEvidence[]): Bounds {
  const of = (when: AcceptedEvidence['when']) => accepted.filter((each) => each.when === when).map(({ kind }) => kind);
  const [always, perhaps] = [of('always'), of('a person decides')];
  const all = credits
    .filter((credit) => credit.status !== 'not-counted')
    .map(({ evidence }) => {
      if (evidence === null) return 'maybe';
      if (evidence.some((kind) => always.includes(kind))) return 'no';
      return evidence.some((kind) => perhaps.includes(kind)) ? 'maybe' : 'yes';
    });
  return { least: count(all, ['yes']), most: count(all, ['yes', 'maybe']) };
}

function count(all: readonly string[], wanted: readonly string[]): number {
  return all.filter((each) => wanted.includes(each)).length;
}
