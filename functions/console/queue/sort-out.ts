import type { Lease } from '#shared/domain/lease.ts';
import type { QueueLine } from '#shared/domain/queue-line.ts';
import { compareRanks, type QueueRank } from '#shared/domain/queue-order.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { type QueueView, type WorkView, workViews } from '../queue-view.ts';
import type { QueueFilter } from './queue-filter.ts';

/** A line with all that is so right now: where it stands, who has it, and its place in the order. */
export type QueueItem = {
  line: QueueLine;
  view: QueueView;
  /** null: nobody works on it */
  lease: (Lease & { by: StaffId }) | null;
  /** who proposed what a second person has to look at */
  proposedBy: StaffId | null;
  /** received after it was due */
  isLate: boolean;
  /** days from today to the day it is due; negative when that has passed */
  daysLeft: number | null;
  rank: QueueRank;
  /** by the programme's calendar */
  receivedOn: string;
};

export type SortedOut = { counts: Readonly<Record<WorkView | 'all', number>>; listed: QueueItem[] };

/**
 * The one place where counts and lists come from: a count is the length of the list that the same filter gives, so that the two
 * cannot differ.
 */
export function sortOut(items: readonly QueueItem[], filter: QueueFilter, me: StaffId): SortedOut {
  const fitting = items.filter((item) => fits(item, filter, me));
  const listOf = (view: QueueFilter['view']) => fitting.filter((item) => view === 'all' || item.view === view);
  const counts = {
    all: 0,
    'needs-person': 0,
    'second-person': 0,
    settling: 0,
    'set-aside': 0,
    'waiting-for-sender': 0,
  };
  for (const view of ['all', ...workViews] as const) counts[view] = listOf(view).length;
  return { counts, listed: listOf(filter.view).toSorted((one, other) => compareRanks(one.rank, other.rank)) };
}

export function fits({ line, lease, isLate, receivedOn }: QueueItem, filter: QueueFilter, me: StaffId): boolean {
  const { reason, kind, medium, year, month, held } = filter;
  const holder = lease === null ? 'nobody' : lease.by === me ? 'me' : 'others';
  return (
    (reason === null || line.codes.includes(reason)) &&
    (kind === null || line.kinds.includes(kind)) &&
    (medium === null || line.media.includes(medium)) &&
    (year === null || line.year === year) &&
    (month === null || receivedOn.startsWith(month)) &&
    (held === null || held === holder) &&
    (!filter.isLate || isLate)
  );
}
