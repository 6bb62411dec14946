import { shelfOf } from '#shared/domain/queue-line.ts';
import type { Submission } from '#shared/domain/submission.ts';

/** What people work on, or wait for: these have an order, filters and counts that follow the filters. */
export const workViews = ['needs-person', 'second-person', 'settling', 'set-aside', 'waiting-for-sender'] as const;
export type WorkView = (typeof workViews)[number];
/** What lies there, newest first, and what the machine still reads, oldest first. */
export const filedViews = ['accepted', 'duplicates', 'not-submissions', 'in-progress'] as const;
export type FiledView = (typeof filedViews)[number];
export type QueueView = WorkView | FiledView;

export const isFiledView = (view: QueueView | 'all'): view is FiledView => filedViews.some((one) => one === view);

export const queueViewWords: Readonly<Record<QueueView, string>> = {
  'needs-person': 'Needs a person',
  'second-person': 'Waiting for a second person',
  settling: 'Just decided',
  'set-aside': 'Set aside',
  'waiting-for-sender': 'Waiting for sender',
  accepted: 'Accepted',
  duplicates: 'Duplicates',
  'not-submissions': 'Not a submission',
  'in-progress': 'Being read',
};

type Placed = Pick<Submission, 'state' | 'outcome' | 'reasons' | 'filedAt'>;

/** Where a case lies by its own row. What people are deciding about it right now is told by the queue. */
export function viewOf(submission: Placed): Exclude<QueueView, 'second-person' | 'settling'> {
  return submission.filedAt === null ? 'in-progress' : shelfOf(submission);
}
