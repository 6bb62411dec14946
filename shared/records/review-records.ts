import type { SubmissionId } from '#shared/domain/ids.ts';
import { type ReviewTask, reviewTaskSchema } from '#shared/domain/review.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

const reviewKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'REVIEW' });

/** Open tasks stand in index1 under REVIEWS#OPEN, oldest first: the reviewers' queue. */
export function reviewWrite(task: ReviewTask): Write {
  const index1 = { pk: 'REVIEWS#OPEN', sk: `${task.openedAt}#${task.submissionId}` };
  const row = { ...reviewKey(task.submissionId), body: task };
  return { put: task.state === 'open' ? { ...row, index1 } : row, expect: 'absent' };
}

export async function findReview(records: RecordStore, id: SubmissionId): Promise<ReviewTask | null> {
  const record = await records.find(reviewKey(id));
  return record ? bodyOf(reviewTaskSchema, record) : null;
}
