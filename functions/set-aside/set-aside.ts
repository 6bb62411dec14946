import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import { faultText } from '#shared/domain/queue-line.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { queueLineWrites } from '#shared/records/queue-line-records.ts';
import { findVersionedReview, reviewMove, reviewWrite } from '#shared/records/review-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import type { FaultInput } from '#shared/workflow/steps.ts';

const reason: Reason = {
  code: 'needs-human-decision',
  text: faultText,
};

/** Where every fault ends: the mail is kept, the fault is named in the audit trail, a person finds it in the queue. */
export function makeSetAside({ records, clock }: { records: RecordStore; clock: Clock }) {
  return async ({ submissionId, runId, fault }: FaultInput) => {
    const found = await findSubmission(records, submissionId);
    if (!found) throw new GiveUp('there is no such submission');
    const { submission, version } = found;
    const isAside = submission.reasons.some(({ text }) => text === reason.text);
    if (submission.state === 'set-aside' || isAside) return { submissionId, runId };
    const at = clock.now();
    const isDecided = submission.state === 'decided';
    const aside = {
      ...submission,
      state: isDecided ? ('decided' as const) : ('set-aside' as const),
      outcome: isDecided ? submission.outcome : ('needs-review' as const),
      reasons: [...submission.reasons, reason],
      decidedAt: submission.decidedAt ?? at,
    };
    const task = { submissionId, reference: submission.reference, openedAt: at, reasons: aside.reasons };
    const review = await findVersionedReview(records, submissionId);
    const written = await records.write([
      submissionWrite(aside, { version }),
      ...(await queueLineWrites(records, aside)),
      ...(review ? [reviewMove(review, 'open', at)] : [reviewWrite({ ...task, state: 'open' })]),
      auditWrite(submissionId, { at, by: 'machine', action: 'set-aside', codes: [fault] }),
    ]);
    if (written === 'conflict') throw new TryAgain('somebody else changed the submission');
    return { submissionId, runId };
  };
}
