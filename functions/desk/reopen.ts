import { type Decision, isOpen, isPaperAction } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { holderOf, type Lease } from '#shared/domain/lease.ts';
import { shelfOf } from '#shared/domain/queue-line.ts';
import type { ReviewTask } from '#shared/domain/review.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findLease } from '#shared/records/lease-records.ts';
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
    const [found, review, stored, lease] = await Promise.all([
      findSubmission(records, submissionId),
      findVersionedReview(records, submissionId),
      listDecisions(records, submissionId),
      findLease(records, submissionId),
    ]);
    if (!found) return { answer: 'no-such-case' };
    if (found.version !== version) return { answer: 'changed-meanwhile', version: found.version };
    const { submission } = found;
    const decisions = stored.map(({ decision }) => decision);
    const at = clock.now();
    const held = heldByAnother(lease?.lease ?? null, who, at);
    if (held !== null) return held;
    const why = whyNotOpened(submission, { decisions, review: review?.task ?? null }) ?? whyNotWorded(words);
    if (why !== null) return refused(why);
    const reopenings = [...(review?.task.reopenings ?? []), { by: who, at, because: words }];
    const reasons = [...submission.reasons, reason];
    const written = await records.write([
      ...(await reopenWrites(records, found, { reasons, at, reopenings, ...suggestionIn(decisions) })),
      auditWrite(
        submissionId,
        { at, by: 'person', action: 'reopened', codes: [submission.outcome ?? 'none'], who },
        version,
      ),
    ]);
    return written === 'written' ? { answer: 'done' } : refused('Somebody else was faster. Look at the page again.');
  };
}

function suggestionIn(decisions: readonly Decision[]): Pick<ReviewTask, 'suggestedTo'> {
  const last = decisions.findLast(({ state, action }) => state === 'in-effect' && !isPaperAction(action));
  return last ? { suggestedTo: last.by } : {};
}

/** A colleague who reads a decided case keeps it: nothing changes under their hands. */
function heldByAnother(lease: Lease | null, who: StaffId, now: string): Refusal | null {
  const by = holderOf(lease, now);
  return lease === null || by === null || by === who ? null : { answer: 'held-by-another', by, until: lease.until };
}

function whyNotWorded(words: string): string | null {
  if (words === '') return 'Say why it is opened anew.';
  return words.length > reasonMax ? `Write the reason in no more than ${reasonMax} letters.` : null;
}

type Now = { decisions: readonly Decision[]; review: ReviewTask | null };

/** Null: it was decided, and may be opened anew. What is held back as dangerous comes to no reviewer this way. */
export function whyNotOpened(submission: Submission, { decisions, review }: Now): string | null {
  const { filedAt, outcome, items } = submission;
  if (items !== undefined) return 'This mail was split by person. Open the item that you mean.';
  if (filedAt === null || decisions.some(isOpen))
    return 'Something is being carried out about this mail already. Wait a moment.';
  if (shelfOf(submission) === 'set-aside')
    return 'This mail was set aside, not decided. Whoever looks after dangerous files and this machine has to see it first.';
  return review?.state === 'open' || outcome === 'needs-review' ? 'This case is open already.' : null;
}
