import { type Decision, isOpen, isPaperAction } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { reopenWrites } from '#shared/records/reopened-case.ts';
import { findVersionedReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { type DeskPorts, type Refusal, refused } from './held-case.ts';

type Given = { submissionId: SubmissionId; who: StaffId; version: number; reason: string };
export type Reopened = { answer: 'done' };

const reasonMax = 1000;
const reason = {
  code: 'needs-human-decision' as const,
  text: 'A person of the office looks at this e-mail once more.',
};

/**
 * A supervisor opens a case anew that was decided, by a person or by rule; the route says who may. What was decided stays on
 * its page and goes on holding until somebody decides anew: nothing is taken back by opening. Who decided last is suggested.
 */
export function makeReopen({ records, clock }: DeskPorts) {
  return async ({ submissionId, who, version, reason: because }: Given): Promise<Reopened | Refusal> => {
    const words = because.trim();
    const [found, review, stored] = await Promise.all([
      findSubmission(records, submissionId),
      findVersionedReview(records, submissionId),
      listDecisions(records, submissionId),
    ]);
    if (!found) return { answer: 'no-such-case' };
    if (found.version !== version) return { answer: 'changed-meanwhile', version: found.version };
    const { submission } = found;
    const decisions = stored.map(({ decision }) => decision);
    const isReviewed = review?.task.state === 'open';
    const why = whyNotWorded(words) ?? whyNotOpened(submission, { decisions, isReviewed });
    if (why !== null) return refused(why);
    const at = clock.now();
    const last = decisions.findLast(({ state, action }) => state === 'in-effect' && !isPaperAction(action));
    const reopenings = [...(review?.task.reopenings ?? []), { by: who, at, because: words }];
    const reasons = [...submission.reasons, reason];
    const suggested = last ? { suggestedTo: last.by } : {};
    const written = await records.write([
      ...(await reopenWrites(records, found, { reasons, at, reopenings, ...suggested })),
      auditWrite(submissionId, { at, by: 'person', action: 'reopened', codes: [submission.outcome ?? 'none'], who }),
    ]);
    return written === 'written' ? { answer: 'done' } : refused('Somebody else was faster. Look at the page again.');
  };
}

function whyNotWorded(words: string): string | null {
  if (words === '') return 'Say why it is opened anew.';
  return words.length > reasonMax ? `Write the reason in no more than ${reasonMax} letters.` : null;
}

type Now = { decisions: readonly Decision[]; isReviewed: boolean };

function whyNotOpened({ filedAt, outcome }: Submission, { decisions, isReviewed }: Now): string | null {
  if (filedAt === null || decisions.some(isOpen))
    return 'Something is being carried out about this mail already. Wait a moment.';
  return isReviewed || outcome === 'needs-review' ? 'This case is open already.' : null;
}
