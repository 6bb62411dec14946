import type { Judgement } from '#shared/domain/judgement.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { ReviewTask } from '#shared/domain/review.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { figuresWrites, findFigures } from './figures-records.ts';
import { queueLineWrites } from './queue-line-records.ts';
import { findVersionedReview, reviewMove, reviewWrite, type VersionedReview } from './review-records.ts';
import { submissionWrite, type VersionedSubmission } from './submission-records.ts';

/** `judged`: what was found now, where it was judged anew for this. */
type Reopening = { reasons: Reason[]; at: string; judged?: Judgement } & Partial<
  Pick<ReviewTask, 'suggestedTo' | 'reopenings'>
>;

/**
 * A case that was decided is a person's again. What was decided stays as it is, with all that it ruled, until somebody
 * decides anew.
 */
export async function reopenWrites(
  records: RecordStore,
  { submission, version }: VersionedSubmission,
  { reasons, at, judged, ...own }: Reopening,
): Promise<Write[]> {
  const { submissionId, reference, envelope } = submission;
  const [review, known] = await Promise.all([
    findVersionedReview(records, submissionId),
    findFigures(records, submissionId, envelope.receivedAt),
  ]);
  const next = { ...submission, outcome: 'needs-review' as const, reasons };
  return [
    submissionWrite(next, { version }),
    ...(await queueLineWrites(records, next, judged)),
    review
      ? reviewMove({ ...review, task: { ...review.task, ...own, reasons } }, 'open', at)
      : reviewWrite({ submissionId, reference, openedAt: at, reasons, state: 'open', ...own }),
    ...(known ? figuresWrites({ ...known.figures, now: 'needs-review' }, known.version) : []),
  ];
}

/** Back to waiting for its sender: what had brought it back does not belong to it. */
export async function waitAgainWrites(
  records: RecordStore,
  { submission, version }: VersionedSubmission,
  { reasons, review, at }: { reasons: Reason[]; review: VersionedReview; at: string },
): Promise<Write[]> {
  const { submissionId, envelope } = submission;
  const known = await findFigures(records, submissionId, envelope.receivedAt);
  const next = { ...submission, outcome: 'needs-sender' as const, reasons };
  return [
    submissionWrite(next, { version }),
    ...(await queueLineWrites(records, next)),
    reviewMove({ ...review, task: { ...review.task, reasons } }, 'waiting-for-sender', at),
    ...(known ? figuresWrites({ ...known.figures, now: 'needs-sender' }, known.version) : []),
  ];
}
