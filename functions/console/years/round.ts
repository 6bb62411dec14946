import type { UnresolvedFilter } from '#functions/year-end/unresolved.ts';
import { personAddress } from '../people/person-address.ts';
import { filterIn } from './read-year.ts';

/**
 * People whom somebody chose from the list of a year, to be gone through one after another. It stands in the address alone: two
 * windows do not disturb each other, and nothing is left behind when it is broken off.
 */
export type Round = { year: number; people: readonly string[]; filter: UnresolvedFilter };

/** As many as an address holds with room to spare. */
export const roundMost = 150;

type Query = { one(name: string): string | undefined; all(name: string): readonly string[] | undefined };

/** Null where the address names none. */
export function roundIn({ one, all }: Query): Round | null {
  const year = Number(one('round'));
  const people = [...new Set(all('who') ?? [])].slice(0, roundMost).map((id) => id.slice(0, 64));
  if (!Number.isInteger(year) || year < 2000 || year > 2099 || people.length === 0) return null;
  return { year, people, filter: filterIn(one) };
}

/** What an address carries on, with its question mark; '' outside of a round. */
export function roundQuery(round: Round | null): string {
  if (round === null) return '';
  const query = new URLSearchParams({ round: String(round.year), ...round.filter });
  for (const id of round.people) query.append('who', id.toWellFormed());
  return `?${query}`;
}

export const roundAddress = (round: Round, specialistId: string): string =>
  `${personAddress(specialistId)}${roundQuery(round)}#year-${round.year}`;

/** The list that the round was chosen from, narrowed as it was. */
export function listAddress({ year, filter }: Pick<Round, 'year' | 'filter'>): string {
  const query = new URLSearchParams(filter);
  return `/years/${year}${query.size === 0 ? '' : `?${query}`}#past`;
}
