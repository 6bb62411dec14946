import { dayIn } from '#shared/domain/calendar.ts';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import type { Letter } from '#shared/domain/letter.ts';
import { instantAt } from '#shared/domain/local-time.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import type { PeriodLetter, Resolution, ResolutionAction } from '#shared/domain/resolution.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { letterMessageId } from '#shared/records/letter-ids.ts';
import { letterWrite, openLetterSecret } from '#shared/records/letter-records.ts';
import { isStopped } from '#shared/records/mail-stop-records.ts';
import { personPeriods } from '#shared/rules/period/person-periods.ts';
import { draftPeriodLetter, periodLetterId } from '#shared/rules/period-letters/period-letter.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { avoidedInSubject } from '#shared/rules/reminders/avoided-words.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';

/** As a form sends it. What is left empty is said in the office's own words. */
export type TypedLetter = { subject: string; text: string; isLeftOut: boolean; why: string };
export const officesWords: TypedLetter = { subject: '', text: '', isLeftOut: false, why: '' };

type Decided = { action: ResolutionAction; until: string | null; standing: PersonStanding; specialist: Specialist };
export type ChosenLetter = Pick<Resolution, 'letter' | 'noLetterWhy'>;

const subjectMax = 200;
const textMax = 10_000;
const whyMax = 500;

/** The letter of a decision as the office's pages write it; null where they write none. */
export function officesLetter(
  programme: Programme,
  { action, until, standing, specialist }: Decided,
): PeriodLetter | null {
  const period = personPeriods(programme, rosterFacts(specialist)).in(standing.year);
  return draftPeriodLetter(programme, { action, until, period, missing: standing.missing, person: specialist });
}

/** The letter that goes with a decision, or why none does; a text where what was typed cannot stand. */
export function chosenLetter(programme: Programme, decided: Decided, typed: TypedLetter): ChosenLetter | string {
  const why = typed.why.trim();
  if (typed.isLeftOut) {
    if (why === '' || why.length > whyMax) return `Say in at most ${whyMax} letters why no letter goes.`;
    return { letter: null, noLetterWhy: why };
  }
  const own = officesLetter(programme, decided);
  const subject = typed.subject.replace(/\s+/g, ' ').trim() || (own?.subject ?? '');
  const text = typed.text.replace(/\r\n?/g, '\n').trim() || (own?.text ?? '').trim();
  if (subject === '' || text === '')
    return 'The programme has no words for this letter. Write them, or say why no letter goes.';
  if (subject.length > subjectMax || text.length > textMax)
    return `Write a subject of at most ${subjectMax} letters, and a text of at most ${textMax}.`;
  const [avoided] = avoidedInSubject(programme, subject);
  if (avoided !== undefined)
    return `“${avoided}” has no place in the subject of a letter: others may read it. Write it differently.`;
  return { letter: { language: own?.language ?? 'en', subject, text: `${text}\n` }, noLetterWhy: null };
}

type Ports = { records: RecordStore; secrets: Secrets; programme: Programme };
/** Nothing is asked anew of a letter this old: its decision is told otherwise. */
const daysMost = 30;

/**
 * The row of the outbox, for the transaction in which the decision begins to hold: written once, with a Message-ID that is always
 * the same. An address that takes none gets none; the row says so.
 */
export async function periodLetterWrites(
  { records, secrets, programme }: Ports,
  resolution: Resolution,
  specialist: Specialist,
  { at, word }: { at: string; word: PersonStanding['word'] },
): Promise<Write[]> {
  const { specialistId, year, number, action, until } = resolution;
  if (resolution.letter === null) return [];
  const line = `${periodLetterId(action)}-${String(number).padStart(3, '0')}`;
  const { timeZone, inbox } = programme;
  const today = dayIn(timeZone, at);
  const lastDay = action === 'extended' && until !== null ? until : addDays(today, daysMost);
  const key = { specialistId, year, line, resolution: number };
  const secret = await openLetterSecret(records, secrets);
  const to = specialist.email ?? '';
  const fate = to === '' ? 'no-address' : (await isStopped(records, specialistId, to)) ? 'address-stopped' : null;
  const letter: Letter = {
    ...key,
    ...{ letter: periodLetterId(action), standing: word, missing: '' },
    ...resolution.letter,
    day: today,
    hours: [{ from: at, until: instantAt(timeZone, addDays(lastDay, 1), '0:00') }],
    messageId: letterMessageId(secret, key, inbox.split('@')[1] ?? 'localhost'),
    to,
    writtenAt: at,
    state: fate === null ? 'waiting' : 'held',
    fate,
    sentAt: null,
  };
  return [letterWrite(letter, null)];
}
