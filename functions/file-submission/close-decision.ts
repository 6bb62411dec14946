import { isPaperAction } from '#shared/domain/decision.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { ReviewState } from '#shared/domain/review.ts';
import type { Outcome } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { decisionOfRun, decisionWrite } from '#shared/records/decision-records.ts';
import { findVersionedReview, reviewMove } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { RunInput } from '#shared/workflow/steps.ts';

/** All that follows from a decision is done: it leaves the list of what is to carry out, and its review is where it belongs. */
export async function closeDecision(
  { records, clock }: { records: RecordStore; clock: Clock },
  { submissionId, runId }: RunInput,
): Promise<void> {
  const found = await decisionOfRun(records, { submissionId, runId });
  if (found?.decision.state !== 'in-effect' || found.decision.settledAt !== null) return;
  const { decision, version } = found;
  const [submission, review] = await Promise.all([
    findSubmission(records, submissionId),
    findVersionedReview(records, submissionId),
  ]);
  const at = clock.now();
  // what was set aside on the way is open again already, and stays so
  const isMoved = review?.task.state === 'settling' && !isPaperAction(decision.action);
  const written = await records.write([
    decisionWrite({ ...decision, settledAt: at }, version),
    ...(review && isMoved ? [reviewMove(review, stateAfter(submission?.submission.outcome ?? null), at)] : []),
    auditWrite(
      submissionId,
      { at, by: 'machine', action: 'decision-settled', codes: [decision.action] },
      decision.number,
    ),
  ]);
  if (written === 'conflict') throw new TryAgain('somebody changed this decision or its review meanwhile');
}

/** A mail that was to be accepted and could not be any more is a person's again. */
function stateAfter(outcome: Outcome | null): ReviewState {
  if (outcome === 'needs-sender') return 'waiting-for-sender';
  return outcome === 'needs-review' || outcome === 'quarantined' ? 'open' : 'closed';
}
