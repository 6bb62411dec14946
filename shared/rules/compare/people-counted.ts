import type { Change, Comparison } from './compare-people.ts';

/** What a comparison means for one person (or one example): all of the person's lines together. */
export type PersonChanges = { readonly person: string; readonly changes: readonly Change[] };

export type PeopleCounted = {
  readonly judged: number;
  /** somebody's verdict moves */
  readonly changed: readonly PersonChanges[];
  /** nothing moves for certain, and something cannot be told from what is stored */
  readonly notTold: readonly PersonChanges[];
  readonly unchanged: number;
};

/** Everybody stands in exactly one of the three groups, so that they add up to all who were judged. */
export function countPeople({ count, changes }: Comparison): PeopleCounted {
  const all = [...Map.groupBy(changes, ({ person }) => person)].map(([person, own]) => ({ person, changes: own }));
  const isMoved = ({ changes: own }: PersonChanges) => own.some(({ after }) => after !== 'not-stored');
  const changed = all.filter(isMoved);
  const notTold = all.filter((each) => !isMoved(each));
  return { judged: count, changed, notTold, unchanged: count - all.length };
}
