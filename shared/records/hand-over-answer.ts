import { wordsOf } from '#shared/domain/answer.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { answerWrite, type VersionedAnswer } from './answer-records.ts';
import { auditWrite } from './audit-records.ts';

export type HandOverPorts = { records: RecordStore; clock: Clock; mailSender: MailSender };

/** Sends a waiting answer, then marks it. A crash in between sends the same Message-ID again, never another letter. */
export async function handOverAnswer(
  { records, clock, mailSender }: HandOverPorts,
  submissionId: SubmissionId,
  { answer, version, decision }: VersionedAnswer,
): Promise<void> {
  const { messageId, to, subject, inReplyTo, references } = answer;
  await mailSender.send({ messageId, to, subject, text: wordsOf(answer), inReplyTo, references });
  const at = clock.now();
  const written = await records.write([
    answerWrite(submissionId, { ...answer, state: 'sent', sentAt: at }, version, decision),
    auditWrite(submissionId, { at, by: 'machine', action: 'answered', codes: [] }, messageId),
  ]);
  if (written === 'conflict') throw new TryAgain('somebody else is answering this mail');
}
