import { isDue } from '#shared/domain/answer.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import { answerWrite, listWaitingAnswers, type WaitingAnswer } from '#shared/records/answer-records.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { type HandOverPorts, handOverAnswer } from '#shared/records/hand-over-answer.ts';

export type SentWaiting = { sent: number; stillWaiting: number; refused: number };

/** Younger ones are still in the hands of their own run. */
const minutesOldMin = 15;

/**
 * Sends what the mail relay did not take when its turn was, and what waited for its hour since its address had heard from us
 * within a day: a relay that is down for hours loses no answer. An address
 * that refuses for good is noted, so that a person can reach the sender otherwise.
 */
export function makeSendWaiting(ports: HandOverPorts) {
  return async (): Promise<SentWaiting> => {
    const now = ports.clock.now();
    const waiting = await listWaitingAnswers(ports.records);
    const due = waiting.filter(({ answer }) => isDue(answer, now, minutesOldMin * 60_000));
    const done = { sent: 0, stillWaiting: waiting.length - due.length, refused: 0 };
    for (const one of due) done[await trySending(ports, one)] += 1;
    return done;
  };
}

async function trySending(ports: HandOverPorts, waiting: WaitingAnswer): Promise<keyof SentWaiting> {
  try {
    await handOverAnswer(ports, waiting.submissionId, waiting);
    return 'sent';
  } catch (fault) {
    if (fault instanceof TryAgain) return 'stillWaiting';
    if (!(fault instanceof GiveUp)) throw fault;
    await noteRefusal(ports, waiting);
    return 'refused';
  }
}

async function noteRefusal({ records, clock }: HandOverPorts, waiting: WaitingAnswer): Promise<void> {
  const { submissionId, answer, version, decision } = waiting;
  await records.write([
    answerWrite(submissionId, { ...answer, state: 'refused' }, version, decision),
    auditWrite(submissionId, { at: clock.now(), by: 'machine', action: 'answer-refused', codes: [] }, answer.messageId),
  ]);
}
