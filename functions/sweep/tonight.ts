import { dayIn } from '#shared/domain/calendar.ts';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import { segments } from '#shared/domain/segment.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { readPersonOnRecord } from '#shared/records/person-on-record.ts';
import { pageOfSegment, type VersionedSpecialist } from '#shared/records/roster-records.ts';
import { listStandingsBetween } from '#shared/records/standing-records.ts';
import { lastFinishedRun } from '#shared/records/sweep-run-records.ts';
import { listTouchedBetween } from '#shared/records/touched-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { isQuiet } from '#shared/rules/reminders/quiet-days.ts';
import type { AskTonight, LetterOfTonight, RosterPlace } from '#shared/rules/reminders/tonight.ts';
import { standingsOf } from '#shared/rules/standing/standings-of.ts';
import { reminderFor, reminderMayBeDue } from './reminders.ts';

type TonightPorts = { records: RecordStore; programme: Programme; clock: Clock };

/** One page: so many letters, or so many people looked past, whichever comes first. */
const lettersMost = 25;
const peopleMost = 4000;
const peopleAtOnce = 200;

/**
 * Who would get which letter if the next sweep were made now, page by page: by the same code, and nothing is written. A person whom
 * neither the calendar, a touch nor a letter calls for is passed by, as at night.
 */
export function makeTonight({ records, programme, clock }: TonightPorts): AskTonight {
  return async (from) => {
    if (programme.reminders === null) return null;
    const at = clock.now();
    const day = await nextSweepDay(records, programme, at);
    const letters: LetterOfTonight[] = [];
    let walked = 0;
    let place: RosterPlace | null = from;
    while (place !== null && letters.length < lettersMost && walked < peopleMost) {
      const { segment, after }: RosterPlace = place;
      const page = await pageOfSegment(records, segment, { after, limit: peopleAtOnce });
      letters.push(...(await lettersIn(records, programme, { people: page.people, segment, day, at })));
      walked += page.people.length;
      const last = page.people.at(-1);
      const isOver = page.isLast || last === undefined;
      place = isOver ? nextSegment(segment) : { segment, after: last.specialist.specialistId };
    }
    return { day, isQuiet: isQuiet(programme.reminders.quietDays, day), letters, walked, next: place };
  };
}

/** Tomorrow once today's sweep has been made. */
async function nextSweepDay(records: RecordStore, programme: Programme, now: string): Promise<string> {
  const today = dayIn(programme.timeZone, now);
  const last = await lastFinishedRun(records, today);
  return last?.day === today ? addDays(today, 1) : today;
}

function nextSegment(segment: string): RosterPlace | null {
  const next = segments[segments.indexOf(segment) + 1];
  return next === undefined ? null : { segment: next, after: null };
}

type Part = { people: readonly VersionedSpecialist[]; segment: string; day: string; at: string };

async function lettersIn(records: RecordStore, programme: Programme, part: Part): Promise<LetterOfTonight[]> {
  const { people, segment, day, at } = part;
  const [first, last] = [people[0], people.at(-1)];
  if (first === undefined || last === undefined) return [];
  const between = { from: first.specialist.specialistId, to: last.specialist.specialistId };
  const stored = (await listStandingsBetween(records, segment, between)).map(({ standing }) => standing);
  const touched = await listTouchedBetween(records, segment, between);
  const letters: LetterOfTonight[] = [];
  for (const { specialist, version } of people) {
    const { specialistId } = specialist;
    const before = stored.filter((each) => each.specialistId === specialistId);
    const isChanged = touched.has(specialistId) || before.length === 0 || before.some(isDue(day, version));
    if (!isChanged && !reminderMayBeDue(programme, { specialist, standings: before, today: day })) continue;
    const onRecord = await readPersonOnRecord(records, specialistId);
    const known = { programme, specialist, rosterVersion: version, ...onRecord, before, today: day, at };
    const { due, held, heldFor } = await reminderFor(records, programme, {
      specialist,
      standings: standingsOf(known),
      today: day,
    });
    const letter = due ?? heldFor;
    if (letter !== null) letters.push({ specialist, due: letter, held });
  }
  return letters;
}

const isDue = (day: string, version: number) => (standing: PersonStanding) =>
  standing.rosterVersion !== version || (standing.nextLookOn !== null && standing.nextLookOn <= day);
