import { type Decision, isOpen } from '#shared/domain/decision.ts';
import { shelfOf } from '#shared/domain/queue-line.ts';
import type { Submission } from '#shared/domain/submission.ts';

/** What people work on, or wait for: these have an order, filters and counts that follow the filters. */
export const workViews = ['needs-person', 'second-person', 'settling', 'set-aside', 'waiting-for-sender'] as const;
export type WorkView = (typeof workViews)[number];
/** What lies there, newest first, and what the machine still reads, oldest first. */
export const filedViews = ['accepted', 'split', 'duplicates', 'not-submissions', 'in-progress'] as const;
export type FiledView = (typeof filedViews)[number];
export type QueueView = WorkView | FiledView;

/** Of what the machine still reads nothing is known yet that a filter could ask for. */
export const shelfViews = ['accepted', 'split', 'duplicates', 'not-submissions'] as const satisfies FiledView[];
export type ShelfView = (typeof shelfViews)[number];

export const isShelfView = (view: QueueView | 'all'): view is ShelfView => shelfViews.some((one) => one === view);
export const isFiledView = (view: QueueView | 'all'): view is FiledView => filedViews.some((one) => one === view);

export const queueViewWords: Readonly<Record<QueueView, string>> = {
  'needs-person': 'Needs a person',
  'second-person': 'Waiting for a second person',
  settling: 'Just decided',
  'set-aside': 'Set aside',
  'waiting-for-sender': 'Waiting for sender',
  accepted: 'Accepted',
  split: 'Split by person',
  duplicates: 'Duplicates',
  'not-submissions': 'Not a submission',
  'in-progress': 'Being read',
};

type Placed = Pick<Submission, 'state' | 'outcome' | 'reasons' | 'filedAt'>;

/** Where a case lies by its own row, whatever people are deciding about it right now. */
export function viewOf(submission: Placed): Exclude<QueueView, 'second-person' | 'settling'> {
  return submission.filedAt === null ? 'in-progress' : shelfOf(submission);
}

/** Where a case stands while a decision about it is open: the queue and the page of the case say the same. */
export const viewWhile = ({ state }: Decision): QueueView => (state === 'proposed' ? 'second-person' : 'settling');

export function viewNow(submission: Placed, decisions: readonly Decision[]): QueueView {
  const open = decisions.findLast(isOpen);
  return open === undefined ? viewOf(submission) : viewWhile(open);
}
