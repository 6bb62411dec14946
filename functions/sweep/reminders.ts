import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { Letter } from '#shared/domain/letter.ts';
import { instantAt } from '#shared/domain/local-time.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { letterMessageId } from '#shared/records/letter-ids.ts';
import { letterWrite, listLettersOf, mailedWrite, type VersionedLetter } from '#shared/records/letter-records.ts';
import { isStopped } from '#shared/records/mail-stop-records.ts';
import { missingInWords } from '#shared/rules/nearest-miss.ts';
import { personPeriods } from '#shared/rules/period/person-periods.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { isQuiet } from '#shared/rules/reminders/quiet-days.ts';
import {
  mayHaveTurn,
  type ReminderAnswer,
  remindersDue,
  type StandingNow,
} from '#shared/rules/reminders/reminders-due.ts';
import { type RemindersPage, remindedStandings } from '#shared/rules/reminders/reminders-page.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';
import { extended } from '#shared/rules/standing/standing.ts';
import type { Look, SweepHook, Walked } from './sweep-hook.ts';

type Person = Pick<Walked, 'specialist' | 'standings' | 'today'>;
type OneLook = Person & Pick<Look, 'records' | 'at'>;

/** `secret` makes Message-IDs that nobody can make up; `domain` is that of the office's mail. */
export type ReminderPorts = { programme: Programme; secret: string; domain: string };

/** Letters of the programme's schedule, written beside the standings that they rest on. They go out in the morning. */
export function makeReminderHook(ports: ReminderPorts): SweepHook {
  return {
    name: 'reminders',
    asks: (walked) => reminderMayBeDue(ports.programme, walked, walked.since),
    writesFor: (look) => writesFor(ports, look),
  };
}

/** Told from what a walk has at hand. `since` left out: any letter that has its turn, whether it was due yesterday or today. */
export function reminderMayBeDue(programme: Programme, { specialist, standings, today }: Person, since = ''): boolean {
  const open = standings.filter(isReminded);
  if (open.length === 0 || programme.reminders === null) return false;
  return mayHaveTurn({ ...questionOf(programme, { specialist, standings: open, today }), person: specialist }, since);
}

const isReminded = ({ word }: PersonStanding) => remindedStandings.some((each) => each === word);

/** The letter that goes to this person today by what is on record, whether it is written already or not. */
export async function reminderFor(
  records: RecordStore,
  programme: Programme,
  person: Person,
): Promise<ReminderAnswer & { written: readonly VersionedLetter[] }> {
  const open = person.standings.filter(isReminded);
  if (open.length === 0 || programme.reminders === null)
    return { due: null, held: null, heldFor: null, lookAgainOn: null, written: [] };
  const { specialist, today } = person;
  const written = await listLettersOf(records, specialist.specialistId);
  const gone = written.filter(({ letter }) => letter.state !== 'held');
  const { email, specialistId } = specialist;
  const answer = remindersDue({
    ...questionOf(programme, { ...person, standings: open }),
    person: specialist,
    written: gone.map(({ letter }) => letter),
    isMailedToday: gone.some(({ letter }) => letter.day === today),
    isStopped: email !== null && (await isStopped(records, specialistId, email)),
  });
  return { ...answer, written };
}

function questionOf(programme: Programme, { specialist, standings, today }: Person) {
  const periods = personPeriods(programme, rosterFacts(specialist));
  const now = standings.map(({ year, word, missing, resolved }): StandingNow => {
    const asRuled = periods.in(year);
    const period = extended(asRuled, resolved);
    return { period, word, missing, extendedTo: period.due === asRuled.due ? null : period.due };
  });
  return { programme, standings: now, today };
}

/** From the hour of the programme's page until midnight, on each day that is not quiet. */
function hoursBetween(timeZone: string, page: RemindersPage, from: string, lastDay: string): Letter['hours'] {
  const hours: Letter['hours'] = [];
  for (let day = from; day <= lastDay; day = addDays(day, 1)) {
    if (isQuiet(page.quietDays, day)) continue;
    const until = instantAt(timeZone, addDays(day, 1), '0:00');
    hours.push({ from: instantAt(timeZone, day, page.goOutFrom), until });
  }
  return hours;
}

async function writesFor({ programme, secret, domain }: ReminderPorts, look: OneLook): Promise<readonly Write[]> {
  const { due, held, heldFor, written } = await reminderFor(look.records, programme, look);
  const page = programme.reminders;
  const wanted = due ?? heldFor;
  if (wanted === null || page === null) return [];
  const { specialist, today, standings, at } = look;
  const { specialistId } = specialist;
  const before = written.find(({ letter }) => letter.year === wanted.year && letter.line === wanted.line);
  // still held, as on the night before
  if (due === null && before?.letter.fate === held) return [];
  const { year, line, letter: page_, language, standing, subject, text, to, lastDay } = wanted;
  const missing = standings.find((each) => each.year === year)?.missing ?? [];
  const letter: Letter = {
    ...{ specialistId, year, line, letter: page_, resolution: null, language, standing },
    missing: missingInWords(missing),
    day: today,
    hours: hoursBetween(programme.timeZone, page, today, lastDay),
    messageId: letterMessageId(secret, { specialistId, year, line }, domain),
    ...{ to, subject, text },
    writtenAt: at,
    state: due === null ? 'held' : 'waiting',
    fate: held,
    sentAt: null,
  };
  const row = letterWrite(letter, before?.version ?? null);
  return due === null ? [row] : [row, mailedWrite(letter)];
}
