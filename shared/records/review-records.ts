import type { SubmissionId } from '#shared/domain/ids.ts';
import { movedTo, type ReviewState, type ReviewTask, reviewTaskSchema } from '#shared/domain/review.ts';
import type { NewRecord, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const reviewKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'REVIEW' });

/** REVIEWS#OPEN, REVIEWS#WAITING-FOR-SENDER and so on in index1, oldest first. Closed ones stand in no list. */
const listPk = (state: ReviewState) => `REVIEWS#${state.toUpperCase()}`;

export type VersionedReview = { task: ReviewTask; version: number };

/** A task that nobody has opened yet. */
export function reviewWrite(task: ReviewTask): Write {
  return { put: rowOf(task), expect: 'absent' };
}

/** The task in another state, if it still is as it was found. */
export function reviewMove({ task, version }: VersionedReview, state: ReviewState, since: string): Write {
  return { put: rowOf(movedTo(task, state, since)), expect: { version } };
}

function rowOf(task: ReviewTask): NewRecord {
  const row = { ...reviewKey(task.submissionId), body: task };
  const index1 = { pk: listPk(task.state), sk: `${task.openedAt}#${task.submissionId}` };
  return task.state === 'closed' ? row : { ...row, index1 };
}

export async function findReview(records: RecordStore, id: SubmissionId): Promise<ReviewTask | null> {
  return (await findVersionedReview(records, id))?.task ?? null;
}

export async function findVersionedReview(records: RecordStore, id: SubmissionId): Promise<VersionedReview | null> {
  const record = await records.find(reviewKey(id));
  return record ? asReview(record) : null;
}

/** Every task in this state, the oldest first: the reviewers' queue. */
export async function listReviews(records: RecordStore, state: Exclude<ReviewState, 'closed'>): Promise<ReviewTask[]> {
  return (await listAll(records, { pk: listPk(state), index: 'index1' })).map((row) => asReview(row).task);
}

/** Those that have been in this state since `latest` or longer, the oldest first. */
export async function listReviewsSince(
  records: RecordStore,
  state: Exclude<ReviewState, 'closed'>,
  latest: string,
): Promise<ReviewTask[]> {
  // what follows the instant in a key begins with `#`, and `$` is the sign after it
  const query = { pk: listPk(state), index: 'index1' as const, skTo: `${latest}$` };
  return (await listAll(records, query)).map((row) => asReview(row).task);
}

/** Since when each task in this state has been open: all that counting them needs, so their reasons are not read. */
export async function listOpenedAt(records: RecordStore, state: Exclude<ReviewState, 'closed'>): Promise<string[]> {
  const rows = await listAll(records, { pk: listPk(state), index: 'index1' });
  return rows.map(({ index1 }) => index1?.sk.split('#')[0] ?? '');
}

function asReview(record: StoredRecord): VersionedReview {
  return { task: bodyOf(reviewTaskSchema, record), version: record.version };
}
