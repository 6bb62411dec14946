import type { Facts } from './facts.ts';

/**
 * An amount that is not known exactly, such as hours of which some are still with a person. It is handed in as two facts,
 * "live hours, at least" and "live hours, at most", so that a finding keeps them and a replay needs nothing else.
 */
export type Bounds = { readonly least: number /** null: no end is known */; readonly most: number | null };

const namesOf = new Map<string, readonly [least: string, most: string]>();

/** The names of the two facts. They are put together once: every amount that is not known asks for them. */
export function boundNames(fact: string): readonly [least: string, most: string] {
  const known = namesOf.get(fact);
  if (known) return known;
  const names = [`${fact}, at least`, `${fact}, at most`] as const;
  namesOf.set(fact, names);
  return names;
}

/** The facts that say it: the amount itself where least and most agree. */
export function boundsAsFacts(fact: string, { least, most }: Bounds): Facts {
  if (least === most) return { [fact]: least };
  const [leastName, mostName] = boundNames(fact);
  return { [leastName]: least, ...(most === null ? {} : { [mostName]: most }) };
}

export function boundsIn(facts: Facts, fact: string): Bounds | undefined {
  const exact = facts[fact];
  if (typeof exact === 'number') return { least: exact, most: exact };
  const [leastName, mostName] = boundNames(fact);
  const [least, most] = [facts[leastName], facts[mostName]];
  if (typeof least !== 'number' && typeof most !== 'number') return undefined;
  return { least: typeof least === 'number' ? least : 0, most: typeof most === 'number' ? most : null };
}
