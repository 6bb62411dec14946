import { AddressRefused, GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { Letter, LetterFate } from '#shared/domain/letter.ts';
import { sameAddress } from '#shared/domain/mail-stop.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { HandOverPorts } from '#shared/records/hand-over-answer.ts';
import { findIdentityChange } from '#shared/records/identity-change-records.ts';
import { findLetter, letterWrite, type VersionedLetter } from '#shared/records/letter-records.ts';
import { findMailStop, isStopped, mailStopWrite } from '#shared/records/mail-stop-records.ts';
import { peopleOfTouchedMails } from '#shared/records/people-of-touched-mails.ts';
import { personAuditWrite } from '#shared/records/person-history-records.ts';
import { listResolutionsOf } from '#shared/records/resolution-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { findStanding } from '#shared/records/standing-records.ts';
import { findTouch } from '#shared/records/touched-records.ts';
import { missingInWords } from '#shared/rules/nearest-miss.ts';

export type Sending = HandOverPorts & { hasWritten: (specialistId: string) => Promise<boolean> };

/**
 * Whether something came of a person that no sweep has seen yet. A mail's touch is the mail's alone until the next sweep: who all
 * those are about is looked up once, and only when there is a letter to send.
 */
export function makeHasWritten({ records }: HandOverPorts): Sending['hasWritten'] {
  let ofMails: Promise<ReadonlySet<string>> | null = null;
  return async (specialistId) => {
    if ((await findTouch(records, specialistId)) !== null) return true;
    ofMails ??= peopleOfTouchedMails(records);
    return (await ofMails).has(specialistId);
  };
}

/** relay-busy: it may go later, and so may the others. gone: somebody else was quicker. */
export type Tried = 'sent' | 'stillWaiting' | 'withdrawn' | 'refused' | 'relay-busy' | 'gone';

export async function handOverLetter(ports: Sending, listed: VersionedLetter): Promise<Tried> {
  // the list may be a moment behind, and whoever sent it a moment ago must have been the only one
  const one = await findLetter(ports.records, listed.letter);
  if (one?.version !== listed.version) return 'gone';
  const { letter } = one;
  const fate = await whyNot(ports, letter);
  if (fate === 'wait') return putOff(ports, one);
  if (fate !== null) return settle(ports, one, { ...letter, state: 'withdrawn', fate });
  try {
    const { messageId, to, subject, text } = letter;
    await ports.mailSender.send({ messageId, to, subject, text, inReplyTo: null, references: [], isUnasked: true });
  } catch (fault) {
    if (fault instanceof TryAgain) return 'relay-busy';
    if (!(fault instanceof GiveUp)) throw fault;
    return refuse(ports, one, fault);
  }
  return settle(ports, one, { ...letter, state: 'sent', sentAt: ports.clock.now() });
}

/** Out of its hours it stands in the list by the next of them: at night and on a quiet day nobody reads it again and again. */
async function putOff({ records, clock }: Sending, { letter, version }: VersionedLetter): Promise<Tried> {
  const now = clock.now();
  const hours = letter.hours.filter(({ until }) => now < until);
  if (hours.length > 0 && hours.length < letter.hours.length)
    await records.write([letterWrite({ ...letter, hours }, version)]);
  return 'stillWaiting';
}

/** null: it may go. `wait`: it is night or a quiet day, or something came from this person and the next sweep says what it means. */
async function whyNot(ports: Sending, letter: Letter): Promise<LetterFate | 'wait' | null> {
  const { records, clock } = ports;
  const { specialistId, to } = letter;
  const now = clock.now();
  const isOver = letter.hours.every(({ until }) => until <= now);
  if (isOver) return 'too-late';
  if (!letter.hours.some(({ from, until }) => from <= now && now < until)) return 'wait';
  const specialist = await findSpecialist(records, specialistId);
  if (specialist === null) return 'not-active';
  // somebody about whom a person decided, or whom one asks, hears of it whatever the roster says of them since
  const isOfSchedule = letter.resolution === null && letter.change === undefined;
  if (isOfSchedule && specialist.status.trim().toLowerCase() !== 'active') return 'not-active';
  if (specialist.email === null || !sameAddress(specialist.email, to)) return 'address-changed';
  if (await isStopped(records, specialistId, to)) return 'address-stopped';
  return isOfSchedule ? scheduleMoved(ports, letter) : decidedAnew(records, letter);
}

async function scheduleMoved({ records, hasWritten }: Sending, letter: Letter): Promise<LetterFate | 'wait' | null> {
  const { specialistId, year } = letter;
  if (await hasWritten(specialistId)) return 'wait';
  const found = await findStanding(records, specialistId, year);
  const isAsWritten =
    found?.standing.word === letter.standing && missingInWords(found.standing.missing) === letter.missing;
  return isAsWritten ? null : 'standing-changed';
}

async function decidedAnew(records: RecordStore, letter: Letter): Promise<LetterFate | null> {
  const isRight = letter.change === undefined ? await stillHolds(records, letter) : await isStillAsked(records, letter);
  return isRight ? null : 'decided-anew';
}

/** Whether the question in a letter is the one that was put last, and nobody has settled it. */
async function isStillAsked(records: RecordStore, { specialistId, change = '', messageId }: Letter): Promise<boolean> {
  const found = await findIdentityChange(records, { specialistId, changeId: change });
  return found?.change.state === 'asked' && found.change.asked?.messageId === messageId;
}

/** Whether the decision that a letter tells is the last one that holds. */
async function stillHolds(records: RecordStore, { specialistId, year, resolution }: Letter): Promise<boolean> {
  const said = (await listResolutionsOf(records, specialistId)).map((each) => each.resolution);
  return said.findLast((each) => each.year === year && each.state === 'in-effect')?.number === resolution;
}

function kindOf({ resolution, change }: Letter): string {
  if (change !== undefined) return 'identity-letter';
  return resolution === null ? 'reminder' : 'period-letter';
}

const outcomes = { sent: 'sent', withdrawn: 'withdrawn', refused: 'refused' } as const;

async function settle(
  { records, clock }: HandOverPorts,
  { version }: VersionedLetter,
  letter: Letter & { state: keyof typeof outcomes },
): Promise<Tried> {
  const action = `${kindOf(letter)}-${letter.state}`;
  const codes = [String(letter.year), letter.line, ...(letter.fate === null ? [] : [letter.fate])];
  const written = await records.write([
    letterWrite(letter, version),
    personAuditWrite(letter.specialistId, { at: clock.now(), by: 'machine', action, codes }),
  ]);
  // another call sent it, or it bounced already: theirs is what stands
  return written === 'conflict' ? 'stillWaiting' : outcomes[letter.state];
}

async function refuse(ports: HandOverPorts, one: VersionedLetter, fault: GiveUp): Promise<Tried> {
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
