import type { Submission } from '#shared/domain/submission.ts';

export const queueViews = [
  'needs-person',
  'waiting-for-sender',
  'accepted',
  'duplicates',
  'not-submissions',
  'set-aside',
  'in-progress',
] as const;
export type QueueView = (typeof queueViews)[number];

export const queueViewWords: Readonly<Record<QueueView, string>> = {
  'needs-person': 'Needs a person',
  'waiting-for-sender': 'Waiting for sender',
  accepted: 'Accepted',
  duplicates: 'Duplicates',
  'not-submissions': 'Not a submission',
  'set-aside': 'Set aside',
  'in-progress': 'Being read',
};

/** Every case stands in exactly one view, so the counts of the views add up to the count of all. */
export function viewOf(submission: Pick<Submission, 'state' | 'outcome'>): QueueView {
  if (submission.state === 'set-aside') return 'set-aside';
  switch (submission.outcome) {
    case null:
      return 'in-progress';
    case 'accepted':
      return 'accepted';
    case 'needs-review':
      return 'needs-person';
    case 'needs-sender':
      return 'waiting-for-sender';
    case 'duplicate':
      return 'duplicates';
    case 'not-a-submission':
      return 'not-submissions';
    case 'quarantined':
      return 'set-aside';
  }
}

/** How many cases stand in each view. */
export function countByView(
  submissions: readonly Pick<Submission, 'state' | 'outcome'>[],
): Readonly<Record<QueueView, number>> {
  const counts: Record<QueueView, number> = {
    'needs-person': 0,
    'waiting-for-sender': 0,
    accepted: 0,
    duplicates: 0,
    'not-submissions': 0,
    'set-aside': 0,
    'in-progress': 0,
  };
  for (const submission of submissions) counts[viewOf(submission)] += 1;
  return counts;
}
