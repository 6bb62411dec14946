import { isDue } from '#shared/domain/answer.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import { answerWrite, listWaitingAnswers, type WaitingAnswer } from '#shared/records/answer-records.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { type HandOverPorts, handOverAnswer, takeForSending } from '#shared/records/hand-over-answer.ts';

export type SentWaiting = { sent: number; stillWaiting: number; refused: number };

/** Younger ones are still in the hands of their own run. */
const minutesOldMin = 15;
/** A relay that was down for a day leaves more than one call has time for: the next call goes on. */
const secondsMost = 200;
/** So many refused in a row are no accident: the others wait for the next call. */
const busyMost = 20;

/**
 * Sends what the mail relay did not take when its turn was, and what waited for its hour since its address had heard from us
 * within a day: a relay that is down for hours loses no answer. An address
 * that refuses for good is noted, so that a person can reach the sender otherwise. Two calls at once share them: each is taken before it is sent.
 */
export function makeSendWaiting(ports: HandOverPorts) {
  return async (): Promise<SentWaiting> => {
    const now = ports.clock.now();
    const waiting = await listWaitingAnswers(ports.records);
    const due = waiting.filter(({ answer }) => isDue(answer, now, minutesOldMin * 60_000));
    const done = { sent: 0, stillWaiting: waiting.length, refused: 0 };
    const end = Date.parse(now) + secondsMost * 1000;
    let busyInARow = 0;
    for (const one of due) {
      if (busyInARow >= busyMost || Date.parse(ports.clock.now()) > end) break;
      const tried = await trySending(ports, one);
      busyInARow = tried === 'relay-busy' ? busyInARow + 1 : 0;
      if (tried !== 'sent' && tried !== 'refused') continue;
      done[tried] += 1;
      done.stillWaiting -= 1;
    }
    return done;
  };
}

/** elsewhere: somebody else sends it, or has. relay-busy: it may go later, and so may the others. */
type Tried = 'sent' | 'refused' | 'elsewhere' | 'relay-busy';

async function trySending(ports: HandOverPorts, waiting: WaitingAnswer): Promise<Tried> {
  const { submissionId } = waiting;
  const taken = await takeForSending(ports, submissionId, waiting);
  if (taken === null) return 'elsewhere';
  try {
    await handOverAnswer(ports, submissionId, taken);
    return 'sent';
  } catch (fault) {
    if (fault instanceof TryAgain) return 'relay-busy';
    if (!(fault instanceof GiveUp)) throw fault;
    await noteRefusal(ports, { ...taken, submissionId });
    return 'refused';
  }
}

async function noteRefusal({ records, clock }: HandOverPorts, waiting: WaitingAnswer): Promise<void> {
  const { submissionId, answer, version, decision } = waiting;
  const { sending: _, ...gone } = answer;
  await records.write([
    answerWrite(submissionId, { ...gone, state: 'refused' }, version, decision),
    auditWrite(submissionId, { at: clock.now(), by: 'machine', action: 'answer-refused', codes: [] }, answer.messageId),
  ]);
}
