import type { SubmissionId } from '#shared/domain/ids.ts';
import { isApart, type Reply, replyCameText } from '#shared/domain/reply.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { leaseCheck } from '#shared/records/lease-records.ts';
import { reopenWrites } from '#shared/records/reopened-case.ts';
import { findReply, replyWrite } from '#shared/records/reply-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { submissionKey } from '#shared/records/submission-records.ts';
import { type DeskPorts, type Given, type HeldCase, type Refusal, refused, whileHeld } from './held-case.ts';

type Asked = Given & { replyId: SubmissionId; because: string };
export type JoinedAgain = { answer: 'done' };

const becauseMax = 500;

/** A mail that was set apart belongs to the case after all: the case is a person's again, as when the mail came. */
export function makeJoinAgain(ports: DeskPorts) {
  return async (given: Asked): Promise<JoinedAgain | Refusal> =>
    whileHeld<JoinedAgain>(ports, given, async (held) => {
      const { submissionId, replyId, who } = given;
      const because = given.because.trim();
      if (because === '' || because.length > becauseMax)
        return refused(`Say why it belongs here after all, in at most ${becauseMax} letters.`);
      const one = await findReply(ports.records, submissionId, replyId);
      if (!one || one.reply.apart === null || !isApart(one.reply))
        return refused('Nobody has said that this mail does not belong here.');
      const takenBack = { by: who, at: held.now, because };
      const joined: Reply = { ...one.reply, apart: { ...one.reply.apart, takenBack } };
      const entry = { at: held.now, by: 'person' as const, who };
      return {
        writes: [
          leaseCheck(submissionId, held.lease),
          replyWrite(submissionId, joined, one.version),
          ...(await broughtBack(ports.records, held, joined)),
          auditWrite(submissionId, { ...entry, action: 'reply-joined', codes: [joined.reference] }, one.version),
          auditWrite(replyId, { ...entry, action: 'said-joined', codes: [held.submission.reference] }, one.version),
        ],
        done: { answer: 'done' },
      };
    });
}

async function broughtBack(
  records: RecordStore,
  { submission, version, now }: HeldCase,
  reply: Reply,
): Promise<Write[]> {
  const { submissionId } = submission;
  const review = await findReview(records, submissionId);
  if (review?.state !== 'waiting-for-sender') return [{ check: submissionKey(submissionId), expect: { version } }];
  const reason = { code: 'needs-human-decision' as const, text: replyCameText(reply, false) };
  return reopenWrites(records, { submission, version }, { reasons: [...submission.reasons, reason], at: now });
}
