import { type Answer, senderOf, sendingBy, wordsOf } from '#shared/domain/answer.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { answerWrite, type VersionedAnswer } from './answer-records.ts';
import { auditWrite } from './audit-records.ts';

export type HandOverPorts = { records: RecordStore; clock: Clock; mailSender: MailSender };

/**
 * Takes a waiting answer for sending, before it is sent: of two who want to, one does. `run`: whose answer it may have been before a crash;
 * a run goes on with what it took itself. null: somebody else has it, or it is not what it was.
 */
export async function takeForSending(
  { records, clock }: Pick<HandOverPorts, 'records' | 'clock'>,
  submissionId: SubmissionId,
  waiting: VersionedAnswer,
  run: string | null = null,
): Promise<VersionedAnswer | null> {
  const { answer, version, decision } = waiting;
  const now = clock.now();
  const sender = senderOf(answer, now);
  if (sender !== null) return sender === run ? waiting : null;
  const taken: Answer = { ...answer, sending: sendingBy(run ?? 'waiting answers', now) };
  const written = await records.write([answerWrite(submissionId, taken, version, decision)]);
  return written === 'conflict' ? null : { ...waiting, answer: taken, version: version + 1 };
}

/** Sends an answer that was taken for it, then marks it. A crash in between sends the same Message-ID again, never another letter. */
export async function handOverAnswer(
  { records, clock, mailSender }: HandOverPorts,
  submissionId: SubmissionId,
  { answer, version, decision }: VersionedAnswer,
): Promise<void> {
  const { messageId, to, subject, inReplyTo, references } = answer;
  await mailSender.send({ messageId, to, subject, text: wordsOf(answer), inReplyTo, references });
  const at = clock.now();
  const { sending: _, ...gone } = answer;
  const written = await records.write([
    answerWrite(submissionId, { ...gone, state: 'sent', sentAt: at }, version, decision),
    auditWrite(submissionId, { at, by: 'machine', action: 'answered', codes: [] }, messageId),
  ]);
  if (written === 'conflict') throw new TryAgain('somebody else is answering this mail');
}
