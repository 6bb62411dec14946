import { GiveUp } from '#shared/domain/faults.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { findVersionedReview, reviewMove, reviewWrite } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { RunInput } from '#shared/workflow/steps.ts';

/**
 * Puts a submission into the reviewers' queue, when a person has to look: not for one that only waits for its sender.
 * Doing it twice opens one task. That of a mail which came out of quarantine was closed by its release, and is opened again.
 */
export function makeOpenReview({ records, clock }: { records: RecordStore; clock: Clock }) {
  return async ({ submissionId, runId }: RunInput) => {
    const found = await findSubmission(records, submissionId);
    if (!found) throw new GiveUp('there is no such submission');
    const { reference, outcome, reasons } = found.submission;
    if (outcome === 'needs-review' || outcome === 'quarantined') {
      const at = clock.now();
      const codes = reasons.map((reason) => reason.code);
      const known = await findVersionedReview(records, submissionId);
      const isReleased = found.submission.quarantineOrder?.action === 'release' && known?.task.state === 'closed';
      await records.write([
        isReleased
          ? reviewMove({ ...known, task: { ...known.task, reasons } }, 'open', at)
          : reviewWrite({ submissionId, reference, openedAt: at, reasons, state: 'open' }),
        auditWrite(submissionId, { at, by: 'machine', action: 'review-opened', codes }),
      ]);
    }
    return { submissionId, runId };
  };
}
