import type { SubmissionId } from '#shared/domain/ids.ts';
import { isApart, type Reply, replyCameText } from '#shared/domain/reply.ts';
import type { ReviewTask } from '#shared/domain/review.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { leaseCheck } from '#shared/records/lease-records.ts';
import { waitAgainWrites } from '#shared/records/reopened-case.ts';
import { listReplies, replyWrite } from '#shared/records/reply-records.ts';
import { findVersionedReview } from '#shared/records/review-records.ts';
import { submissionKey, type VersionedSubmission } from '#shared/records/submission-records.ts';
import { type DeskPorts, type Given, type Refusal, refused, whileHeld } from './held-case.ts';
import { onItsOwn } from './own-case.ts';

type Asked = Given & { replyId: SubmissionId; because: string };
export type SetApart = { answer: 'done'; isWaitingAgain: boolean };

const becauseMax = 500;

/**
 * A reviewer says that a mail does not belong to this case. It never brings the case back again; where nothing else did, the case waits for
 * its sender as before. The mail stays a case of its own: whose its papers are is said there, so what the machine alone had settled about
 * it is a person's again. What a person decided about it stays.
 */
export function makeSetApart(ports: DeskPorts) {
  return async (given: Asked): Promise<SetApart | Refusal> =>
    whileHeld<SetApart>(ports, given, async (held) => {
      const { submissionId, replyId, who } = given;
      const because = given.because.trim();
      if (because === '' || because.length > becauseMax)
        return refused(`Say why it does not belong here, in at most ${becauseMax} letters.`);
      const all = await listReplies(ports.records, submissionId);
      const one = all.find(({ reply }) => reply.submissionId === replyId);
      if (!one) return refused('This mail did not come as a reply to this case.');
      if (isApart(one.reply)) return refused('Somebody said so already.');
      const apart: Reply = { ...one.reply, apart: { by: who, at: held.now, because } };
      const others = all.filter(({ reply }) => reply !== one.reply && !isApart(reply)).map(({ reply }) => reply);
      const { writes, isWaitingAgain } = await withoutReply(ports.records, held, apart, others);
      return {
        writes: [
          leaseCheck(submissionId, held.lease),
          replyWrite(submissionId, apart, one.version),
          ...writes,
          auditWrite(submissionId, {
            at: held.now,
            by: 'person',
            action: 'reply-apart',
            codes: [apart.reference],
            who,
          }),
          ...(await onItsOwn(ports.records, held, apart)),
        ],
        done: { answer: 'done', isWaitingAgain },
      };
    });
}

/** What it said of the case is taken out; back to waiting where this reply alone had brought it. */
async function withoutReply(
  records: RecordStore,
  { submission, version, now }: VersionedSubmission & { now: string },
  apart: Reply,
  others: readonly Reply[],
): Promise<{ writes: Write[]; isWaitingAgain: boolean }> {
  const review = await findVersionedReview(records, submission.submissionId);
  const reasons = submission.reasons.filter(({ text }) => !saysThatItCame(apart, text));
  const isOnlyOne = submission.outcome === 'needs-review' && wasReopened(review?.task, apart, others);
  if (review === null || !isOnlyOne || reasons.length === submission.reasons.length)
    return { writes: [check(submission, version)], isWaitingAgain: false };
  const writes = await waitAgainWrites(records, { submission, version }, { reasons, review, at: now });
  return { writes, isWaitingAgain: true };
}

const check = ({ submissionId }: Submission, version: number): Write => {
  return { check: submissionKey(submissionId), expect: { version } };
};

const saysThatItCame = (reply: Reply, text: string) =>
  [true, false].some((isWhole) => text === replyCameText(reply, isWhole));

/** Open since this mail came, and by no other. */
const wasReopened = (task: ReviewTask | undefined, apart: Reply, others: readonly Reply[]) =>
  task?.state === 'open' && task.since === apart.at && others.every(({ at }) => at < apart.at);
