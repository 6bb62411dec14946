import { dayIn } from '#shared/domain/calendar.ts';
import { daysBetween } from '#shared/domain/day-arithmetic.ts';
import type { Decision } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { holderOf, type Lease } from '#shared/domain/lease.ts';
import type { QueueLine, Shelf } from '#shared/domain/queue-line.ts';
import { rankOf } from '#shared/domain/queue-order.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDecisionsForSecond, listDecisionsToCarryOut } from '#shared/records/decision-records.ts';
import { listLeases } from '#shared/records/lease-records.ts';
import { findQueueLine, listShelf } from '#shared/records/queue-line-records.ts';
import { type QueueView, viewWhile } from '../queue-view.ts';
import type { QueueItem } from './sort-out.ts';

export type QueueMoment = { now: string; timeZone: string };

/** `open`: what people are deciding right now, by mail. */
export type QueueNow = QueueMoment & {
  today: string;
  leases: ReadonlyMap<SubmissionId, Lease>;
  open: ReadonlyMap<SubmissionId, Decision>;
};

export async function readNow(records: RecordStore, moment: QueueMoment): Promise<QueueNow> {
  const [leases, toCarryOut, forSecond] = await Promise.all([
    listLeases(records),
    listDecisionsToCarryOut(records),
    listDecisionsForSecond(records),
  ]);
  const open = [...toCarryOut, ...forSecond.map(({ decision }) => decision)];
  const today = dayIn(moment.timeZone, moment.now);
  return { ...moment, today, leases, open: new Map(open.map((decision) => [decision.submissionId, decision])) };
}

/** `strays`: lines from other shelves that stand here because somebody is deciding about them right now. */
export type WorkItems = { items: QueueItem[]; strays: QueueLine[]; unreadable: number };

export async function readWork(records: RecordStore, now: QueueNow, loaded: readonly Shelf[]): Promise<WorkItems> {
  const pages = await Promise.all(loaded.map((shelf) => listShelf(records, shelf)));
  const lines = pages.flatMap((page) => page.lines);
  const known = new Set(lines.map(({ submissionId }) => submissionId));
  const elsewhere = [...now.open.keys()].filter((id) => !known.has(id));
  const found = await Promise.all(elsewhere.map((id) => findQueueLine(records, id)));
  const strays = found.filter((line) => line !== null);
  const items = [...lines, ...strays].map((line) => itemOf(line, now));
  return { items, strays, unreadable: pages.reduce((sum, page) => sum + page.unreadable, 0) };
}

/** `view` says where it stands when nobody is deciding about it. */
export function itemOf(line: QueueLine, { now, today, timeZone, leases, open }: QueueNow, view?: QueueView): QueueItem {
  const receivedOn = dayIn(timeZone, line.receivedAt);
  const decision = open.get(line.submissionId);
  const lease = leases.get(line.submissionId) ?? null;
  const by = holderOf(lease, now);
  return {
    line,
    view: decision === undefined ? (view ?? line.shelf) : viewWhile(decision),
    lease: lease !== null && by !== null ? { ...lease, by } : null,
    proposedBy: decision?.state === 'proposed' ? decision.by : null,
    isLate: line.due !== null && receivedOn > line.due,
    daysLeft: line.due === null ? null : daysBetween(today, line.due),
    rank: rankOf(line, { today, receivedOn }),
    receivedOn,
  };
}
