import { AddressRefused, GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { Letter, LetterFate } from '#shared/domain/letter.ts';
import { sameAddress } from '#shared/domain/mail-stop.ts';
import { segments } from '#shared/domain/segment.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { HandOverPorts } from '#shared/records/hand-over-answer.ts';
import { letterWrite, pageOfLettersToSend, type VersionedLetter } from '#shared/records/letter-records.ts';
import { findMailStop, isStopped, mailStopWrite } from '#shared/records/mail-stop-records.ts';
import { peopleOfTouchedMails } from '#shared/records/people-of-touched-mails.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { listResolutionsOf } from '#shared/records/resolution-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { findStanding } from '#shared/records/standing-records.ts';
import { findTouch } from '#shared/records/touched-records.ts';
import { missingInWords } from '#shared/rules/nearest-miss.ts';

export type SentLetters = { sent: number; stillWaiting: number; withdrawn: number; refused: number };

/** A night of a large roster has more letters than one call has time for: the next call goes on. */
const secondsMost = 200;
const atOnce = 200;

/**
 * Sends the letters of the schedule, and those about what a person decided, whose hour has come. Each is looked at once more before
 * it goes: what was right at night may not be right in the morning, and of who has written since nobody can tell until the next sweep.
 */
export function makeSendLetters(ports: HandOverPorts) {
  return async (): Promise<SentLetters> => {
    const done = { sent: 0, stillWaiting: 0, withdrawn: 0, refused: 0 };
    const end = Date.parse(ports.clock.now()) + secondsMost * 1000;
    const sending = { ...ports, hasWritten: makeHasWritten(ports) };
    for (const segment of segments) {
      for await (const one of lettersOf(ports, segment)) {
        if (Date.parse(ports.clock.now()) > end) return done;
        done[await tryOne(sending, one)] += 1;
      }
    }
    return done;
  };
}

/** Page after page, also past those that have to go on waiting. */
async function* lettersOf({ records, clock }: HandOverPorts, segment: string): AsyncGenerator<VersionedLetter> {
  let after: string | undefined;
  do {
    const paging = { now: clock.now(), limit: atOnce, ...(after === undefined ? {} : { after }) };
    const page = await pageOfLettersToSend(records, segment, paging);
    yield* page.letters;
    after = page.after;
  } while (after !== undefined);
}

type Sending = HandOverPorts & { hasWritten: (specialistId: string) => Promise<boolean> };

/**
 * Whether something came of a person that no sweep has seen yet. A mail's touch is the mail's alone until the next sweep: who all
 * those are about is looked up once, and only when there is a letter to send.
 */
function makeHasWritten({ records }: HandOverPorts): Sending['hasWritten'] {
  let ofMails: Promise<ReadonlySet<string>> | null = null;
  return async (specialistId) => {
    if ((await findTouch(records, specialistId)) !== null) return true;
    ofMails ??= peopleOfTouchedMails(records);
    return (await ofMails).has(specialistId);
  };
}

async function tryOne(ports: Sending, one: VersionedLetter): Promise<keyof SentLetters> {
  const { letter } = one;
  const fate = await whyNot(ports, letter);
  if (fate === 'wait') return 'stillWaiting';
  if (fate !== null) return settle(ports, one, { ...letter, state: 'withdrawn', fate });
  try {
    const { messageId, to, subject, text } = letter;
    await ports.mailSender.send({ messageId, to, subject, text, inReplyTo: null, references: [], isUnasked: true });
    return await settle(ports, one, { ...letter, state: 'sent', sentAt: ports.clock.now() });
  } catch (fault) {
    if (fault instanceof TryAgain) return 'stillWaiting';
    if (!(fault instanceof GiveUp)) throw fault;
    return refuse(ports, one, fault);
  }
}

/** null: it may go. `wait`: it is night or a quiet day, or something came from this person and the next sweep says what it means. */
async function whyNot({ records, clock, hasWritten }: Sending, letter: Letter): Promise<LetterFate | 'wait' | null> {
  const { specialistId, year, to } = letter;
  const now = clock.now();
  const isOver = letter.hours.every(({ until }) => until <= now);
  if (isOver) return 'too-late';
  if (!letter.hours.some(({ from, until }) => from <= now && now < until)) return 'wait';
  const specialist = await findSpecialist(records, specialistId);
  if (specialist === null) return 'not-active';
  // somebody about whom a person decided is told so, whatever the roster says of them since
  if (letter.resolution === null && specialist.status.trim().toLowerCase() !== 'active') return 'not-active';
  if (specialist.email === null || !sameAddress(specialist.email, to)) return 'address-changed';
  if (await isStopped(records, specialistId, to)) return 'address-stopped';
  if (letter.resolution !== null) return (await stillHolds(records, letter)) ? null : 'decided-anew';
  if (await hasWritten(specialistId)) return 'wait';
  const found = await findStanding(records, specialistId, year);
  const isAsWritten =
    found?.standing.word === letter.standing && missingInWords(found.standing.missing) === letter.missing;
  return isAsWritten ? null : 'standing-changed';
}

/** Whether the decision that a letter tells is the last one that holds. */
async function stillHolds(records: RecordStore, { specialistId, year, resolution }: Letter): Promise<boolean> {
  const said = (await listResolutionsOf(records, specialistId)).map((each) => each.resolution);
  return said.findLast((each) => each.year === year && each.state === 'in-effect')?.number === resolution;
}

const outcomes = { sent: 'sent', withdrawn: 'withdrawn', refused: 'refused' } as const;

async function settle(
  { records, clock }: HandOverPorts,
  { version }: VersionedLetter,
  letter: Letter & { state: keyof typeof outcomes },
): Promise<keyof SentLetters> {
  const action = `${letter.resolution === null ? 'reminder' : 'period-letter'}-${letter.state}`;
  const codes = [String(letter.year), letter.line, ...(letter.fate === null ? [] : [letter.fate])];
  const written = await records.write([
    letterWrite(letter, version),
    personAuditWrite(letter.specialistId, { at: clock.now(), by: 'machine', action, codes }),
  ]);
  // another call sent it, or it bounced already: theirs is what stands
  return written === 'conflict' ? 'stillWaiting' : outcomes[letter.state];
}

async function refuse(ports: HandOverPorts, one: VersionedLetter, fault: GiveUp): Promise<keyof SentLetters> {
  const { letter } = one;
  if (fault instanceof AddressRefused) await stopAddress(ports, letter);
  const fate = fault instanceof AddressRefused ? 'no-such-address' : 'refused-by-relay';
  return settle(ports, one, { ...letter, state: 'refused', fate });
}

async function stopAddress({ records, clock }: HandOverPorts, letter: Letter): Promise<void> {
  const { specialistId, to, year, line } = letter;
  const before = await findMailStop(records, specialistId, to);
  const at = clock.now();
  const stop = {
    specialistId,
    address: to,
    cause: 'no-such-address',
    status: '',
    at,
    by: 'machine',
    over: null,
  } as const;
  await records.write([
    mailStopWrite(stop, before?.version ?? null),
    personAuditWrite(
      specialistId,
      { at, by: 'machine', action: 'address-stopped', codes: [stop.cause] },
      {},
      `${year}#${line}`,
    ),
  ]);
}
