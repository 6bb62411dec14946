import type { Facts } from './facts.ts';

/**
 * An amount that is not known exactly, such as hours of which some are still with a person. It is handed in as two facts,
 * "live hours, at least" and "live hours, at most", so that a finding keeps them and a replay needs nothing else.
 */
export type Bounds = { readonly least: number /** null: no end is known */; readonly most: number | null };

export const leastName = (fact: string) => `${fact}, at least`;
export const mostName = (fact: string) => `${fact}, at most`;

/** The facts that say it: the amount itself where least and most agree. */
export function boundsAsFacts(fact: string, { least, most }: Bounds): Facts {
  if (least === most) return { [fact]: least };
  return { [leastName(fact)]: least, ...(most === null ? {} : { [mostName(fact)]: most }) };
}

export function boundsIn(facts: Facts, fact: string): Bounds | undefined {
  const [exact, least, most] = [facts[fact], facts[leastName(fact)], facts[mostName(fact)]];
  if (typeof exact === 'number') return { least: exact, most: exact };
  if (typeof least !== 'number' && typeof most !== 'number') return undefined;
  return { least: typeof least === 'number' ? least : 0, most: typeof most === 'number' ? most : null };
}
