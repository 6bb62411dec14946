import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Outcome } from '#shared/domain/submission.ts';
import { listReviews } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { whyPerson } from '../checks/machine-alone.ts';
import type { YearLived } from '../run-year.ts';

export type HabitLine = { people: number; mails: number; alone: number; byPerson: number; met: number };

export type Totals = {
  /** what the machine alone made of the mails */
  readonly first: ReadonlyMap<string, number>;
  /** what became of them in the end */
  readonly last: ReadonlyMap<string, number>;
  /** mails given to a person in which nothing was doubtful by the papers */
  readonly withoutNeed: readonly string[];
  readonly words: ReadonlyMap<string, number>;
  readonly habits: ReadonlyMap<string, HabitLine>;
  readonly waitForSender: number;
};

export async function totalsOf(lived: YearLived): Promise<Totals> {
  const { office, mails, standings, wish } = lived;
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  const ends = new Map<SubmissionId, Outcome | null>();
  for (const taken of mails.all) {
    const found = await findSubmission(office.records, taken.id);
    const outcome = found?.submission.outcome ?? null;
    ends.set(taken.id, outcome);
    countIn(first, taken.first ?? 'nothing');
    countIn(last, outcome ?? 'nothing');
  }
  const withoutNeed = mails.all.filter(
    (taken) => taken.first === 'needs-review' && whyPerson(taken, mails, wish.year) === null,
  );
  const words = new Map<string, number>();
  for (const { word } of standings.values()) countIn(words, word);
  const waiting = await listReviews(office.records, 'waiting-for-sender');
  return {
    first,
    last,
    withoutNeed: withoutNeed.map(({ mail, story }) => `${mail.intent.key} (${story.habit})`),
    words,
    habits: habitsOf(lived, ends),
    waitForSender: waiting.length,
  };
}

function habitsOf({ mails, people, standings, stories }: YearLived, ends: ReadonlyMap<SubmissionId, Outcome | null>) {
  const onRoster = new Set(people.map(({ specialistId }) => specialistId));
  const lines = new Map<string, HabitLine>();
  const lineOf = (habit: string) => {
    const line = lines.get(habit) ?? { people: 0, mails: 0, alone: 0, byPerson: 0, met: 0 };
    lines.set(habit, line);
    return line;
  };
  for (const { habit, people: own } of stories) {
    const line = lineOf(habit);
    for (const { specialistId } of own.filter((person) => onRoster.has(person.specialistId))) {
      line.people += 1;
      if (standings.get(specialistId)?.word === 'met') line.met += 1;
    }
  }
  for (const { id, first, story } of mails.all) {
    const line = lineOf(story.habit);
    line.mails += 1;
    if (first === 'accepted') line.alone += 1;
    if (first !== 'accepted' && ends.get(id) === 'accepted') line.byPerson += 1;
  }
  return new Map([...lines].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function countIn(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
