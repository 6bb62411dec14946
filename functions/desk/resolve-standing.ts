import { dayIn, isDay } from '#shared/domain/calendar.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { type PersonStanding, shownOf } from '#shared/domain/person-standing.ts';
import {
  type PeriodLetter,
  type Resolution,
  type ResolutionAction,
  type Resolved,
  resolutionActions,
} from '#shared/domain/resolution.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { openWords, type StandingWord } from '#shared/domain/standing-word.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { readPersonOnRecord } from '#shared/records/person-on-record.ts';
import { listResolutionsOf, resolutionWrite, type VersionedResolution } from '#shared/records/resolution-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import {
  findStanding,
  standingChangeWrite,
  standingWrite,
  type VersionedStanding,
} from '#shared/records/standing-records.ts';
import { touchPersonWrite } from '#shared/records/touched-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { standingsOf } from '#shared/rules/standing/standings-of.ts';
import {
  type ChosenLetter,
  chosenLetter,
  officesLetter,
  officesWords,
  periodLetterWrites,
  type TypedLetter,
} from './period-letter.ts';

type Ports = { records: RecordStore; clock: Clock; secrets: Secrets; programme: Programme };
type About = { specialistId: string; year: number; who: StaffId };
/** As a form sends it: `version` is that of the standing's row when the page was made. */
type Asked = About & { version: number; action: string; until: string; reason: string; letter?: TypedLetter };

export type ResolveAnswer =
  | { answer: 'done' | 'waits-for-second' }
  | { answer: 'refused'; why: string }
  | { answer: 'no-such-standing' };

const reasonMax = 1000;
const refused = (why: string): ResolveAnswer => ({ answer: 'refused', why });
const tooSlow = 'Somebody else was faster, or the night changed it. Look at the page again.';

/**
 * What a supervisor says of a period whose last day has passed: inactive, more time, or closed. What hurts waits until a second, other
 * person agrees. A sweep never does any of this; it only keeps what was said. The person is told by a letter once it holds.
 */
export function makeResolveStanding(ports: Ports) {
  return {
    /** The office's own words, to be edited before it is said; null where there are none. */
    draft: (asked: Omit<About, 'who'> & Pick<Asked, 'action' | 'until'>) => draft(ports, asked),
    propose: (asked: Asked) => propose(ports, asked),
    confirm: (asked: About & { number: number }) => saySecond(ports, asked, true, ''),
    refuse: (asked: About & { number: number; reason: string }) => saySecond(ports, asked, false, asked.reason.trim()),
  };
}

async function draft(
  ports: Ports,
  { specialistId, year, action: word, until }: Omit<About, 'who'> & Pick<Asked, 'action' | 'until'>,
): Promise<PeriodLetter | null> {
  const found = await findStanding(ports.records, specialistId, year);
  const action = resolutionActions.find((each) => each === word);
  // a letter that gives time names the day
  if (found === null || action === undefined || (action === 'extended' && !isDay(until))) return null;
  const now = await judged(ports, found.standing, ports.clock.now());
  if (now === null) return null;
  return officesLetter(ports.programme, { action, until: action === 'extended' ? until : null, ...now });
}

async function propose(ports: Ports, asked: Asked): Promise<ResolveAnswer> {
  const { records, clock, programme } = ports;
  const { specialistId, year, version, letter = officesWords } = asked;
  const [found, all] = await Promise.all([
    findStanding(records, specialistId, year),
    listResolutionsOf(records, specialistId),
  ]);
  if (found === null) return { answer: 'no-such-standing' };
  if (found.version !== version) return refused(tooSlow);
  const earlier = all.filter(({ resolution }) => resolution.year === year);
  const at = clock.now();
  const action = resolutionActions.find((word) => word === asked.action);
  const now = await judged(ports, found.standing, at);
  if (now === null) return { answer: 'no-such-standing' };
  const why = whyNot(now.standing, { ...asked, action, today: dayIn(programme.timeZone, at), earlier });
  if (why !== null || action === undefined) return refused(why ?? 'Say what is to become of this period.');
  const until = action === 'extended' ? asked.until : null;
  const chosen = chosenLetter(programme, { action, until, ...now }, letter);
  if (typeof chosen === 'string') return refused(chosen);
  return keep(ports, found, { ...asked, action, until, at, number: earlier.length + 1, chosen });
}

type Said = Omit<Asked, 'action' | 'until'> &
  Pick<Resolution, 'action' | 'until' | 'at' | 'number'> & { chosen: ChosenLetter };

async function keep(ports: Ports, found: VersionedStanding, said: Said): Promise<ResolveAnswer> {
  const { specialistId, year, number, action, until, who, at, chosen } = said;
  const isAdverse = hurts(action, found.standing.resolved);
  const resolution: Resolution = {
    ...{ specialistId, year, number, action, until, at, by: who, ...chosen },
    reason: said.reason.trim(),
    state: isAdverse ? 'proposed' : 'in-effect',
    second: null,
  };
  const written = await ports.records.write([
    resolutionWrite(resolution, null),
    ...(isAdverse ? [] : await effectOf(ports, found, resolution, at)),
    audit(resolution, { at, who, action: isAdverse ? 'resolution-proposed' : 'resolved' }),
  ]);
  if (written === 'conflict') return refused(tooSlow);
  return { answer: isAdverse ? 'waits-for-second' : 'done' };
}

async function saySecond(
  ports: Ports,
  { specialistId, year, number, who }: About & { number: number },
  agrees: boolean,
  reason: string,
): Promise<ResolveAnswer> {
  const { records, clock } = ports;
  const [standing, all] = await Promise.all([
    findStanding(records, specialistId, year),
    listResolutionsOf(records, specialistId),
  ]);
  const found = all.find(({ resolution }) => resolution.year === year && resolution.number === number);
  if (!found || standing === null) return { answer: 'no-such-standing' };
  if (found.resolution.state !== 'proposed') return refused('This does not wait for a second person any more.');
  if (found.resolution.by === who) return refused('Somebody else has to look at what you proposed.');
  if (!agrees && (reason === '' || reason.length > reasonMax))
    return refused('Say in a few words why you do not agree.');
  const at = clock.now();
  const now = await judged(ports, standing.standing, at);
  if (now === null) return { answer: 'no-such-standing' };
  if (agrees && !stillFits(found.resolution.action, now.standing))
    return refused(
      `This period has changed since that was proposed: it is ${now.standing.word.replaceAll('-', ' ')} now. Do not agree, and look at it anew.`,
    );
  const second = { by: who, at, reason: agrees ? null : reason };
  const next: Resolution = { ...found.resolution, second, state: agrees ? 'in-effect' : 'refused' };
  const effect = agrees ? await effectOf(ports, standing, next, at) : [];
  const written = await records.write([
    resolutionWrite(next, found.version),
    ...effect,
    audit(next, { at, who, action: agrees ? 'resolution-confirmed' : 'resolution-not-confirmed' }),
  ]);
  return written === 'conflict' ? refused(tooSlow) : { answer: 'done' };
}

type Wanted = {
  action: ResolutionAction | undefined;
  until: string;
  reason: string;
  today: string;
  earlier: readonly VersionedResolution[];
};

function whyNot(standing: PersonStanding, { action, until, reason, today, earlier }: Wanted): string | null {
  const words = reason.trim();
  if (action === undefined) return 'Say what is to become of this period.';
  if (words === '') return 'Say why.';
  if (words.length > reasonMax) return `Write the reason in no more than ${reasonMax} letters.`;
  if (earlier.some(({ resolution }) => resolution.state === 'proposed'))
    return 'Something about this period waits for a second person already.';
  if (action === 'lifted') return standing.resolved === null ? 'Nothing was said about this period yet.' : null;
  if (!mayBe(action, standing))
    return 'This is for a period whose last day has passed, and that nobody has resolved yet.';
  if (action !== 'extended') return null;
  return isDay(until) && until > today ? null : 'Give a day that is still to come, such as 2027-03-31.';
}

/** More time may be given before the last day too. */
function mayBe(action: ResolutionAction, { word }: PersonStanding): boolean {
  const open: readonly StandingWord[] = action === 'extended' ? openWords : [];
  return word === 'past-deadline-unresolved' || open.includes(word);
}

const stillFits = (action: ResolutionAction, standing: PersonStanding) =>
  action === 'lifted' ? standing.resolved !== null : mayBe(action, standing);

/** It takes something from somebody: their standing, or what was given them before. */
function hurts(action: ResolutionAction, resolved: Resolved | null): boolean {
  return action === 'inactive' || (action === 'lifted' && resolved?.word !== 'inactive');
}

/**
 * The standing as it is from now on, by the same rules as every night, how it came about, and the letter about it. The next night
 * looks again: what is on record since may say something else.
 */
async function effectOf(ports: Ports, found: VersionedStanding, resolution: Resolution, at: string): Promise<Write[]> {
  const { standing, version } = found;
  const { action, by, until, reason, second } = resolution;
  const resolved = action === 'lifted' ? null : { word: action, by, at: resolution.at, until, reason };
  const next = await judged(ports, { ...standing, resolved }, at);
  if (next === null) return [];
  const { specialistId, year } = standing;
  const change = {
    specialistId,
    year,
    at,
    was: shownOf(standing),
    is: shownOf(next.standing),
    causes: [],
    runId: null,
  };
  return [
    standingWrite(next.standing, version),
    standingChangeWrite({ ...change, by: second?.by ?? by }),
    touchPersonWrite(specialistId),
    ...(await periodLetterWrites(ports, resolution, next.specialist, { at, word: next.standing.word })),
  ];
}

type Judged = { standing: PersonStanding; specialist: Specialist };

/** By what is on record at this moment: papers may have come since the night. Null: nobody of that id is on the roster. */
async function judged({ records, programme }: Ports, before: PersonStanding, at: string): Promise<Judged | null> {
  const { specialistId, year, rosterVersion } = before;
  const specialist = await findSpecialist(records, specialistId);
  if (specialist === null) return null;
  const onRecord = await readPersonOnRecord(records, specialistId);
  const today = dayIn(programme.timeZone, at);
  const all = standingsOf({ programme, specialist, rosterVersion, ...onRecord, before: [before], today, at });
  const standing = all.find((each) => each.year === year);
  return standing === undefined ? null : { standing, specialist };
}

function audit(
  { specialistId, year, number, action, noLetterWhy }: Resolution,
  entry: { at: string; who: StaffId; action: string },
): Write {
  const codes = [String(year), action, ...(noLetterWhy === null ? [] : ['no-letter'])];
  return personAuditWrite(specialistId, { ...entry, by: 'person', codes }, {}, `${year}#${number}`);
}
