import type { PersonStanding } from '#shared/domain/person-standing.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { pageOfWord } from '#shared/records/standing-records.ts';
import { type PersonAtYearsEnd, readPersonAtYearsEnd } from './person-at-years-end.ts';

/** What came of a person about the year: nothing, something in time, or something after the last day. */
export const cameWords = ['nothing', 'in-time', 'late'] as const;
export type Came = (typeof cameWords)[number];

export type UnresolvedFilter = { credential?: string; employer?: string; came?: Came };

export function cameOf({ mails }: Pick<PersonAtYearsEnd, 'mails'>): Came {
  if (mails.length === 0) return 'nothing';
  return mails.some(({ isLate }) => isLate) ? 'late' : 'in-time';
}

export function isWanted(person: PersonAtYearsEnd, { credential, employer, came }: UnresolvedFilter): boolean {
  const { specialist } = person;
  if (credential !== undefined && specialist?.credentialType !== credential) return false;
  if (employer !== undefined && !(specialist?.employer ?? '').toLowerCase().includes(employer.toLowerCase()))
    return false;
  return came === undefined || cameOf(person) === came;
}

type Asked = { year: number; timeZone: string /** no more than so many are read */; most: number };

/**
 * Everybody whose report of a year is not met though its last day has passed, and about whom no person has decided: proposed for
 * such a decision, never more. Soonest due first. `isCut`: there are more than were read.
 */
export async function listUnresolved(
  records: RecordStore,
  { year, timeZone, most }: Asked,
): Promise<{ people: PersonAtYearsEnd[]; isCut: boolean }> {
  const standings: PersonStanding[] = [];
  let after: string | undefined;
  do {
    const paging = { limit: 500, ...(after === undefined ? {} : { after }) };
    const page = await pageOfWord(records, 'past-deadline-unresolved', paging);
    standings.push(...page.standings.filter((standing) => standing.year === year));
    after = page.after;
  } while (after !== undefined && standings.length <= most);
  const people: PersonAtYearsEnd[] = [];
  const shown = standings.slice(0, most);
  for (let at = 0; at < shown.length; at += readAtOnce) {
    const some = shown.slice(at, at + readAtOnce);
    people.push(...(await Promise.all(some.map((standing) => readPersonAtYearsEnd(records, standing, timeZone)))));
  }
  return { people, isCut: standings.length > most || after !== undefined };
}

const readAtOnce = 20;
