import { answeredIn } from '#shared/domain/answer.ts';
import { kindOfFailure } from '#shared/domain/delivery-failure.ts';
import type { Letter } from '#shared/domain/letter.ts';
import { plainAddress, type StopCause, sameAddress } from '#shared/domain/mail-stop.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAnswers } from './answer-records.ts';
import { auditWrite } from './audit-records.ts';
import { hashOfMessageId } from './letter-ids.ts';
import { findLetterByHash, letterWrite, listLettersOf, type VersionedLetter } from './letter-records.ts';
import { findMailStop, mailStopWrite } from './mail-stop-records.ts';
import { personAuditWrite } from './person-history-records.ts';
import { specialistsByEmail } from './roster-records.ts';

/** Which mail of ours came back, by what the other side can tell of it, and why. */
export type Returned = {
  /** its Message-ID, or the hash of it */
  of: { messageId: string } | { messageIdHash: string };
  /** as the report says; null when it does not */
  recipient: string | null;
  status: string;
  /** somebody called it unwanted mail */
  isComplaint?: boolean | undefined;
};

export type NotedReturn = 'not-ours' | 'known-already' | 'noted' | 'address-stopped';

/**
 * Notes that a mail of ours came back. An address that does not exist, or whose owner complained, gets no more reminders; one that
 * was full or busy does so the second time. What names no mail of ours is left alone: anybody can write such a report.
 */
export async function noteReturned(records: RecordStore, returned: Returned, at: string): Promise<NotedReturn> {
  const { of } = returned;
  const hash = 'messageId' in of ? hashOfMessageId(of.messageId) : of.messageIdHash;
  const letter = await findLetterByHash(records, hash);
  if (letter) return noteLetter(records, letter, returned, at);
  return 'messageId' in of ? noteAnswer(records, of.messageId, returned, at) : 'not-ours';
}

async function noteLetter(
  records: RecordStore,
  { letter, version }: VersionedLetter,
  returned: Returned,
  at: string,
): Promise<NotedReturn> {
  if (letter.state === 'bounced') return 'known-already';
  const { specialistId, year, line, to } = letter;
  const earlier = await listLettersOf(records, specialistId);
  const hasReturned = earlier.some((one) => one.letter.state === 'bounced' && sameAddress(one.letter.to, to));
  const cause = causeOf(returned, hasReturned);
  const fate: Letter['fate'] = cause === 'complained' || cause === 'no-such-address' ? cause : 'not-delivered';
  const codes = [String(year), line, returned.status || 'no-code'];
  const action = letter.resolution === null ? 'reminder-bounced' : 'period-letter-bounced';
  const stop =
    cause === null
      ? []
      : await stopWrites(records, { specialistId, address: to, cause, returned, at, about: `${year}#${line}` });
  const written = await records.write([
    letterWrite({ ...letter, state: 'bounced', fate }, version),
    personAuditWrite(specialistId, { at, by: 'machine', action, codes }),
    ...stop,
  ]);
  if (written === 'conflict') return 'known-already';
  return stop.length > 0 ? 'address-stopped' : 'noted';
}

/** An answer that came back tells as much about its address, for everybody who has that address on the roster. */
async function noteAnswer(
  records: RecordStore,
  messageId: string,
  returned: Returned,
  at: string,
): Promise<NotedReturn> {
  const [submissionId] = answeredIn([messageId]);
  if (submissionId === undefined) return 'not-ours';
  const answers = await listAnswers(records, submissionId);
  const address = answers.find(({ answer }) => answer.messageId === messageId)?.answer.to;
  if (address === undefined) return 'not-ours';
  const codes = [returned.status || 'no-code'];
  const told = auditWrite(submissionId, { at, by: 'machine', action: 'answer-came-back', codes });
  const isFirst = (await records.write([told])) === 'written';
  const cause = causeOf(returned, false);
  if (cause === null) return isFirst ? 'noted' : 'known-already';
  const people = await specialistsByEmail(records, address);
  let isStopped = false;
  for (const { specialistId } of people) {
    const writes = await stopWrites(records, { specialistId, address, cause, returned, at, about: submissionId });
    if (writes.length > 0 && (await records.write(writes)) === 'written') isStopped = true;
  }
  return isStopped ? 'address-stopped' : 'noted';
}

function causeOf({ status, isComplaint }: Returned, hasReturned: boolean): StopCause | null {
  if (isComplaint) return 'complained';
  if (kindOfFailure(status) === 'no-address') return 'no-such-address';
  return hasReturned ? 'came-back-twice' : null;
}

/** `about`: the letter or mail it was, which tells entries of one instant apart. */
type Stopping = {
  specialistId: string;
  address: string;
  cause: StopCause;
  returned: Returned;
  at: string;
  about: string;
};

/** None where the address is stopped already. */
async function stopWrites(records: RecordStore, stopping: Stopping): Promise<Write[]> {
  const { specialistId, address, cause, returned, at, about } = stopping;
  const before = await findMailStop(records, specialistId, address);
  if (before !== null && before.stop.over === null) return [];
  const stop = { specialistId, address: plainAddress(address), cause, status: returned.status, at } as const;
  return [
    mailStopWrite({ ...stop, by: 'machine', over: null }, before?.version ?? null),
    personAuditWrite(specialistId, { at, by: 'machine', action: 'address-stopped', codes: [cause] }, {}, about),
  ];
}
