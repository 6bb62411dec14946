import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { Missing } from '#shared/domain/finding.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { ReportPeriod } from '../period/person-periods.ts';
import { credentialOf, type Programme } from '../programme.ts';
import { dayOfMoment } from './moment.ts';
import { openDayFrom } from './quiet-days.ts';
import { fillReminder, languageFor, type ReminderText } from './reminder-letter.ts';
import type { ReminderLine, RemindersPage } from './reminders-page.ts';
import { whatIsAsked } from './what-is-asked.ts';

/** One report period of the person as it stands tonight. */
export type StandingNow = {
  readonly period: ReportPeriod;
  /** a word of `standingWords` */
  readonly word: string;
  readonly missing: readonly Missing[];
  /** a named person gave time until then: the schedule begins anew for that day, also where it ran before */
  readonly extendedTo?: string | null;
};

export type ReminderQuestion = {
  readonly programme: Programme;
  readonly person: Specialist;
  readonly standings: readonly StandingNow[];
  /** a day where the programme lives */
  readonly today: string;
  /** letters that were written before, whatever became of them */
  readonly written: readonly { readonly year: number; readonly line: string }[];
  /** another letter is on its way to this person today */
  readonly isMailedToday: boolean;
  /** the address on the roster took no mail, or a person of the office stopped the letters to it */
  readonly isStopped: boolean;
};

export type ReminderDue = ReminderText & {
  readonly year: number;
  readonly line: string;
  readonly letter: string;
  readonly standing: string;
  readonly to: string;
  /** the last day on which it may still go out */
  readonly lastDay: string;
};

export type ReminderAnswer = {
  readonly due: ReminderDue | null;
  /** a letter is due and cannot go: a person of the office should know */
  readonly held: 'no-address' | 'address-stopped' | null;
  /** the letter that is held, with an empty or a stopped address */
  readonly heldFor: ReminderDue | null;
  /** the first day after today on which a letter may be due if nothing else changes; null: none as far as the schedule goes */
  readonly lookAgainOn: string | null;
};

/** The days on which one line may go out. */
type Turn = { readonly line: ReminderLine; readonly id: string; readonly from: string; readonly lastDay: string };

const silent: ReminderAnswer = { due: null, held: null, heldFor: null, lookAgainOn: null };

/**
 * The one letter that goes to a person today, if any. Of several periods the earliest comes first, and the others wait for another
 * day. A letter that could not go on its day goes a few days later, and not at all once the next one of the schedule has its turn.
 */
export function remindersDue(question: ReminderQuestion): ReminderAnswer {
  const { programme, person, today, standings } = question;
  const page = programme.reminders;
  if (page === null || !mayBeWrittenTo(programme, person)) return silent;
  const open = [...standings]
    .sort((one, other) => one.period.year - other.period.year)
    .flatMap((standing) => turnsOf(page, standing).map((turn) => ({ standing, turn })))
    .filter(({ standing, turn }) => !isWritten(question, standing.period.year, turn.id));
  const now = open.filter(({ turn }) => turn.from <= today && today <= turn.lastDay);
  const turns = open.map(({ turn }) => turn);
  const [first] = openDayFrom(page.quietDays, today) === today && !question.isMailedToday ? now : [];
  const lookAgainOn = nextDay(page, today, turns, now.length);
  if (first === undefined) return { ...silent, lookAgainOn };
  const letter = letterFor(question, page, person.email ?? '', first);
  const held = person.email === null ? 'no-address' : question.isStopped ? 'address-stopped' : null;
  if (held !== null) return { due: null, held, heldFor: letter, lookAgainOn };
  return { ...silent, due: letter, lookAgainOn: nextDay(page, today, turns, now.length - 1) };
}

/**
 * Whether a letter may have become due since the last sweep, told without knowing which ones were written: what a walk over everybody
 * can ask each night. Where two have their turn at once, the second one waits for a later day and is asked for each night.
 */
export function mayHaveTurn(
  { programme, person, standings, today }: Pick<ReminderQuestion, 'programme' | 'person' | 'standings' | 'today'>,
  since: string,
): boolean {
  const page = programme.reminders;
  if (page === null || !mayBeWrittenTo(programme, person)) return false;
  const turns = standings.flatMap((standing) => turnsOf(page, standing));
  const open = turns.filter(({ from, lastDay }) => from <= today && today <= lastDay);
  return open.length > 1 || open.some(({ from }) => from >= since);
}

/** Whom the roster itself does not call active, a person of the office deals with. */
function mayBeWrittenTo(programme: Programme, { status, credentialType }: Specialist): boolean {
  return status.trim().toLowerCase() === 'active' && credentialOf(programme, credentialType) !== null;
}

/** A walk over everybody asks the same of the same period again and again; a programme has few periods at a time. */
const knownTurns = new WeakMap<RemindersPage, Map<string, readonly Turn[]>>();
const knownMost = 20_000;

function turnsOf(page: RemindersPage, standing: StandingNow): readonly Turn[] {
  const { period, word, extendedTo } = standing;
  const known = knownTurns.get(page) ?? new Map<string, readonly Turn[]>();
  knownTurns.set(page, known);
  const key = [period.span?.start, period.span?.lastDay, period.due, word, extendedTo].join(' ');
  const found = known.get(key);
  if (found) return found;
  const made = makeTurns(page, standing);
  if (known.size >= knownMost) known.clear();
  known.set(key, made);
  return made;
}

function makeTurns(page: RemindersPage, { period, word, extendedTo }: StandingNow): Turn[] {
  const lines = page.lines
    .filter(({ standings }) => standings.some((each) => each === word))
    .flatMap((line) => {
      const day = dayOfMoment(line.moment, period);
      return day === null ? [] : [{ line, day }];
    })
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  return lines.flatMap(({ line, day }, at) => {
    const from = openDayFrom(page.quietDays, day);
    const lastDay = from === null ? '' : lastDayOf(page, period, { day, from, next: lines[at + 1]?.day ?? null });
    const id = extendedTo ? `${line.id}-of-${extendedTo}` : line.id;
    return from === null || lastDay < from ? [] : [{ line, id, from, lastDay }];
  });
}

/** Until a few days late, until the next letter has its day, and never past the due day when it was meant for before. */
function lastDayOf(
  { lateDaysMost }: RemindersPage,
  { due, span }: ReportPeriod,
  { day, from, next }: { day: string; from: string; next: string | null },
): string {
  const end = due ?? span?.lastDay ?? null;
  const days = [addDays(from, lateDaysMost)];
  if (next !== null) days.push(addDays(next, -1));
  if (end !== null && day <= end) days.push(end);
  return days.sort()[0] ?? from;
}

function isWritten({ written }: ReminderQuestion, year: number, id: string): boolean {
  return written.some((each) => each.year === year && each.line === id);
}

function nextDay(page: RemindersPage, today: string, turns: readonly Turn[], now: number): string | null {
  const later = turns.filter(({ from }) => from > today).map(({ from }) => from);
  const tomorrow = now > 0 ? openDayFrom(page.quietDays, addDays(today, 1)) : null;
  return [...later, ...(tomorrow === null ? [] : [tomorrow])].sort()[0] ?? null;
}

function letterFor(
  { programme, person, today }: ReminderQuestion,
  page: RemindersPage,
  to: string,
  { standing, turn }: { standing: StandingNow; turn: Turn },
): ReminderDue {
  const { period, word, missing } = standing;
  const { line, id, lastDay } = turn;
  const asked =
    missing.length > 0 ? missing : whatIsAskedWhere(word, () => whatIsAsked(programme, person, period.year, today));
  const language = languageFor(page, person);
  const text = fillReminder(programme, page, { line, language, period, missing: asked });
  return { ...text, year: period.year, line: id, letter: line.letter, standing: word, to, lastDay };
}

/** Who has sent nothing is told the whole; who has sent something only what was found to be missing. */
function whatIsAskedWhere(word: string, asked: () => Missing[]): readonly Missing[] {
  return word === 'nothing-received' ? asked() : [];
}
