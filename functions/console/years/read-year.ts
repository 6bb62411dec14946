import type { AuditSample } from '#functions/year-end/audit-sample.ts';
import { makeDrawAuditSample } from '#functions/year-end/audit-sample.ts';
import type { PersonAtYearsEnd } from '#functions/year-end/person-at-years-end.ts';
import {
  type Came,
  cameWords,
  isWanted,
  listUnresolved,
  type UnresolvedFilter,
} from '#functions/year-end/unresolved.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import { instantAt } from '#shared/domain/local-time.ts';
import type { Numbers } from '#shared/domain/numbers.ts';
import { type StandingWord, standingWords } from '#shared/domain/standing-word.ts';
import { numbersBetween } from '#shared/records/month-numbers.ts';
import { lastFinishedRun } from '#shared/records/sweep-run-records.ts';
import type { ConsoleDeps } from '../console-deps.ts';

/** More on one page would be read by nobody; the files hold everybody. */
const peopleMax = 500;

export type YearContent = {
  year: number;
  thisYear: number;
  /** as the last run of the sweep counted them; null where there is none */
  standings: { day: string; words: { word: StandingWord; count: number }[] } | null;
  numbers: Numbers;
  unresolved: { all: number; isCut: boolean; shown: PersonAtYearsEnd[]; credentials: string[] };
  filter: UnresolvedFilter;
  /** null while nobody asked for it */
  sample: AuditSample | null;
  seed: string;
};

type Asked = { year: number; filter: UnresolvedFilter; seed: string | null };

/** What the page of a year shows. The sample is drawn only when somebody asks: all standings of the year are walked for it. */
export async function readYear(deps: ConsoleDeps, { year, filter, seed }: Asked): Promise<YearContent> {
  const { records, clock, programme, auditSample } = deps;
  const today = dayIn(programme.timeZone, clock.now());
  const [from, until] = [year, year + 1].map((each) => instantAt(programme.timeZone, `${each}-01-01`, '0:00'));
  const [run, numbers, { people, isCut }] = await Promise.all([
    lastFinishedRun(records, today),
    numbersBetween(records, from ?? '', until ?? ''),
    listUnresolved(records, { year, timeZone: programme.timeZone, most: peopleMax }),
  ]);
  const counted = run?.counts.words[String(year)];
  const whole = programme.book?.programme;
  return {
    year,
    thisYear: Number(today.slice(0, 4)),
    standings:
      run && counted
        ? { day: run.day, words: standingWords.map((word) => ({ word, count: counted[word] ?? 0 })) }
        : null,
    numbers,
    unresolved: {
      all: people.length,
      isCut,
      shown: people.filter((person) => isWanted(person, filter)),
      credentials: [...new Set(people.flatMap(({ specialist }) => specialist?.credentialType ?? []))].sort(),
    },
    filter,
    sample:
      seed === null || whole === undefined
        ? null
        : await makeDrawAuditSample({ records, programme: whole, auditSample })({ year, seed }),
    seed: seed ?? auditSample.seed,
  };
}

/** Whom the list of the page shows, in its order. */
export async function unresolvedIds(
  { records, programme: { timeZone } }: ConsoleDeps,
  year: number,
  filter: UnresolvedFilter,
): Promise<string[]> {
  const { people } = await listUnresolved(records, { year, timeZone, most: peopleMax });
  return people.filter((person) => isWanted(person, filter)).map(({ standing }) => standing.specialistId);
}

/** From the address of the page; what it does not know it leaves out. */
export function filterIn(query: (name: string) => string | undefined): UnresolvedFilter {
  const [credential, employer, came] = ['credential', 'employer', 'came'].map((name) =>
    query(name)?.trim().slice(0, 100),
  );
  const known = cameWords.find((word): word is Came => word === came);
  return {
    ...(credential ? { credential } : {}),
    ...(employer ? { employer } : {}),
    ...(known === undefined ? {} : { came: known }),
  };
}
