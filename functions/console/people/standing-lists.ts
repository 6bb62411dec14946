import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import { openWords, type StandingWord } from '#shared/domain/standing-word.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { pageOfWord } from '#shared/records/standing-records.ts';

/** A standing with the name of its person; null where nobody of that id is on the roster any more. */
export type NamedStanding = { standing: PersonStanding; name: string | null };
export type StandingList = { lines: NamedStanding[]; after: string | null };

/** Who still lacks something, and has so many days left. */
export const riskDays = 30;

export async function standingList(
  records: RecordStore,
  word: StandingWord,
  paging: { limit: number; after?: string },
): Promise<StandingList> {
  const page = await pageOfWord(records, word, paging);
  return { lines: await named(records, page.standings), after: page.after ?? null };
}

/** The soonest due of all who lack something; `after` is not null when there are more of them. */
export async function atRisk(records: RecordStore, today: string, limit: number): Promise<StandingList> {
  const within = { dueFrom: today, dueTo: addDays(today, riskDays), limit };
  const pages = await Promise.all(openWords.map((word) => pageOfWord(records, word, within)));
  const all = pages.flatMap(({ standings }) => standings).sort(bySoonest);
  const isMore = all.length > limit || pages.some(({ after }) => after !== undefined);
  return { lines: await named(records, all.slice(0, limit)), after: isMore ? 'more' : null };
}

function named(records: RecordStore, standings: readonly PersonStanding[]): Promise<NamedStanding[]> {
  return Promise.all(
    standings.map(async (standing) => {
      const specialist = await findSpecialist(records, standing.specialistId);
      return { standing, name: specialist?.legalName ?? null };
    }),
  );
}

function bySoonest(one: PersonStanding, other: PersonStanding): number {
  const key = ({ due, specialistId }: PersonStanding) => `${due ?? '9999-12-31'} ${specialistId}`;
  return key(one) < key(other) ? -1 : 1;
}
