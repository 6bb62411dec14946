import { type Decision, isStuck } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { newLease } from '#shared/domain/lease.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { decisionWrite, findDecision } from '#shared/records/decision-records.ts';
import { findLease, leaseWrite } from '#shared/records/lease-records.ts';
import { findVersionedReview, reviewMove } from '#shared/records/review-records.ts';
import { type DeskPorts, type Refusal, refused } from './held-case.ts';

type Given = {
  submissionId: SubmissionId;
  number: number;
  who: StaffId;
  /** a supervisor, who may take back what a colleague decided once it is stuck: they may be away */
  isSupervisor?: boolean;
};
export type Undone = { answer: 'done'; decision: Decision };

/**
 * Takes a decision back before anything follows from it. The case is open again, and theirs. Settling it is a write of the
 * same row: of the two one wins, and this says which.
 */
export function makeUndo({ records, clock }: DeskPorts) {
  return async (given: Given): Promise<Undone | Refusal> => {
    const { submissionId, number, who } = given;
    const found = await findDecision(records, submissionId, number);
    if (!found) return { answer: 'no-such-case' };
    const { decision, version } = found;
    const now = clock.now();
    const why = whyNotUndone(decision, given, now);
    if (why !== null) return refused(why);
    const [review, lease] = await Promise.all([
      findVersionedReview(records, submissionId),
      findLease(records, submissionId),
    ]);
    const undone: Decision = { ...decision, state: 'undone' };
    const written = await records.write([
      decisionWrite(undone, version),
      ...(review && review.task.state !== 'open' ? [reviewMove(review, 'open', now)] : []),
      ...(lease?.lease.by === null ? [leaseWrite(submissionId, newLease(who, now), lease)] : []),
      auditWrite(
        submissionId,
        { at: now, by: 'person', action: 'undone', codes: [decision.action], who },
        decision.number,
      ),
    ]);
    return written === 'written'
      ? { answer: 'done', decision: undone }
      : refused('Something changed at this very moment. Look at the page again.');
  };
}

/**
 * Past its minute too, while it still waits: then its machine is late, or went down, and nobody could decide anew. The row says
 * whether something follows already, the clock does not.
 */
function whyNotUndone(decision: Decision, { who, isSupervisor = false }: Given, now: string): string | null {
  const { by, state } = decision;
  if (by !== who && !(isSupervisor && isStuck(decision, now)))
    return 'Only who decided it can take it back, or a supervisor when it is not carried out for long.';
  if (state === 'proposed' || state === 'waiting') return null;
  return 'This holds already and cannot be taken back. Claim the case to decide anew.';
}
