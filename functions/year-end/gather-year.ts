import type { CaseFigures } from '#shared/domain/case-figures.ts';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import { instantAt } from '#shared/domain/local-time.ts';
import type { Numbers } from '#shared/domain/numbers.ts';
import { segments } from '#shared/domain/segment.ts';
import type { StandingWord } from '#shared/domain/standing-word.ts';
import { standingWords } from '#shared/domain/standing-word.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { pageOfFigures } from '#shared/records/figures-records.ts';
import { countDecisionLetters, listMailed } from '#shared/records/letter-records.ts';
import { monthsBetween, numbersBetween } from '#shared/records/month-numbers.ts';
import { type Waited, waitedOf } from './waited.ts';
import { walkStandings } from './walk-standings.ts';
import type { YearPorts } from './year-ports.ts';

/** What a year comes to, in figures: no name and no address is in it. */
export type YearTotals = {
  year: number;
  programme: string;
  timeZone: string;
  madeAt: string;
  /** the year of the calendar where the programme lives: mails that came from this instant up to that one */
  from: string;
  until: string;
  people: number;
  standings: { word: StandingWord; count: number }[];
  /** of those past the last day: how many lack each thing, the most frequent first */
  lacking: { inWords: string; count: number }[];
  numbers: Numbers;
  /** letters of the schedule that were written on the days of the year; one that was withdrawn later is counted too */
  reminders: number;
  /** letters about what a person decided of a period of this year, and how many of them came back */
  decisionLetters: { sent: number; cameBack: number };
  waited: Waited;
};

export function makeGatherYear({ records, clock, programme }: Omit<YearPorts, 'auditSample'>) {
  return async (year: number): Promise<YearTotals> => {
    const [from, until] = [year, year + 1].map((each) => instantAt(programme.timeZone, `${each}-01-01`, '0:00'));
    if (from === undefined || until === undefined) throw new TypeError('a year begins and ends');
    const words = new Map<StandingWord, number>();
    const lacking = new Map<string, number>();
    let people = 0;
    for await (const { word, missing } of walkStandings(records, year)) {
      people += 1;
      words.set(word, (words.get(word) ?? 0) + 1);
      if (word !== 'past-deadline-unresolved') continue;
      for (const { inWords } of missing) lacking.set(inWords, (lacking.get(inWords) ?? 0) + 1);
    }
    return {
      ...{ year, programme: programme.name, timeZone: programme.timeZone, madeAt: clock.now(), from, until, people },
      standings: standingWords.map((word) => ({ word, count: words.get(word) ?? 0 })),
      lacking: [...lacking]
        .map(([inWords, count]) => ({ inWords, count }))
        .sort((one, other) => other.count - one.count || (one.inWords < other.inWords ? -1 : 1)),
      numbers: await numbersBetween(records, from, until),
      reminders: await countReminders(records, year),
      decisionLetters: await countDecisionLetters(records, year),
      waited: waitedOf(await figuresBetween(records, from, until)),
    };
  };
}

/** A small list for each day and segment: who was written to. A week at once: one day after the other is most of a minute on AWS. */
async function countReminders(records: RecordStore, year: number): Promise<number> {
  let count = 0;
  for (let first = `${year}-01-01`; first <= `${year}-12-31`; first = addDays(first, 7)) {
    const week = Array.from({ length: 7 }, (_, after) => addDays(first, after)).filter((day) => day <= `${year}-12-31`);
    const asked = week.flatMap((day) => segments.map((segment) => listMailed(records, day, segment)));
    for (const list of await Promise.all(asked)) count += list.length;
  }
  return count;
}

type Times = Pick<CaseFigures, 'receivedAt' | 'decidedAt'>;

async function figuresBetween(records: RecordStore, from: string, until: string): Promise<Times[]> {
  const times: Times[] = [];
  for (const month of monthsBetween(from, until)) {
    let after: string | undefined;
    do {
      const page = await pageOfFigures(records, month, { limit: 1000, ...(after === undefined ? {} : { after }) });
      const own = page.figures.filter(({ receivedAt }) => receivedAt >= from && receivedAt < until);
      times.push(...own.map(({ receivedAt, decidedAt }) => ({ receivedAt, decidedAt })));
      after = page.after;
    } while (after !== undefined);
  }
  return times;
}
