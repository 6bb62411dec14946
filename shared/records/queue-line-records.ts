import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { type QueueLine, queueLineOf, queueLineSchema, type Shelf } from '#shared/domain/queue-line.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listDocuments } from './document-records.ts';
import { findJudgement } from './judgement-records.ts';
import { listAll } from './list-all.ts';
import { touchMailWrite } from './touched-records.ts';

const lineKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'QUEUE-LINE' });
const shelfPk = (shelf: Shelf) => `SHELF#${shelf.toUpperCase()}`;
const senderPk = (address: string) => `SENDER#${address}`;

/** What stands in From is a stranger's: anything odder is shown, and found by nobody. */
const plainAddress = /^[!-?A-~]{1,120}@[!-?A-~]{1,120}$/;

/**
 * Derived from the submission and what was found about it, and always written in one transaction with the submission once
 * that is filed: index1 is the shelf it lies on, index2 its sender.
 */
export function queueLineWrite(line: QueueLine): Write {
  const sk = `${line.receivedAt}#${line.submissionId}`;
  const index1 = { pk: shelfPk(line.shelf), sk };
  const row = { ...lineKey(line.submissionId), body: line, index1 };
  const isListed = line.sender !== null && plainAddress.test(line.sender);
  return { put: isListed ? { ...row, index2: { pk: senderPk(line.sender ?? ''), sk } } : row, expect: 'any' };
}

/**
 * What belongs beside a write of a submission: its line, or none while the machine is not through with it, and that the next
 * sweep looks at everybody it is about.
 */
export async function queueLineWrites(
  records: RecordStore,
  submission: Submission,
  judged?: Judgement,
): Promise<Write[]> {
  const touch = touchMailWrite(submission.submissionId);
  if (submission.filedAt === null) return [{ remove: lineKey(submission.submissionId), expect: 'any' }, touch];
  const [judgement, documents] = await Promise.all([
    judged ?? findJudgement(records, submission.submissionId),
    listDocuments(records, submission.submissionId),
  ]);
  return [queueLineWrite(queueLineOf({ submission, judgement, documents })), touch];
}

/** `unreadable`: rows that have not the shape of a line; said on the page, never silently left out. */
export type ShelfPage = { lines: QueueLine[]; unreadable: number; after?: string };

export const countShelf = (records: RecordStore, shelf: Shelf): Promise<number> =>
  records.count({ pk: shelfPk(shelf), index: 'index1' });

/** All that lies on a shelf: for those that people work on. */
export async function listShelf(records: RecordStore, shelf: Shelf): Promise<ShelfPage> {
  return asLines(await listAll(records, { pk: shelfPk(shelf), index: 'index1' }));
}

/** A part of a shelf, the newest first; `from` and `to` are days of the world's clock, both included. */
export async function pageOfShelf(
  records: RecordStore,
  shelf: Shelf,
  { from, to, ...paging }: { limit: number; after?: string; from?: string; to?: string },
): Promise<ShelfPage> {
  const days = { ...(from === undefined ? {} : { skFrom: from }), ...(to === undefined ? {} : { skTo: `${to}~` }) };
  const page = await records.list({ pk: shelfPk(shelf), index: 'index1', newestFirst: true, ...days, ...paging });
  return { ...asLines(page.records), ...(page.after === undefined ? {} : { after: page.after }) };
}

export async function findQueueLine(records: RecordStore, id: SubmissionId): Promise<QueueLine | null> {
  const record = await records.find(lineKey(id));
  return record ? (asLines([record]).lines[0] ?? null) : null;
}

/** The newest mails from an address. */
export async function listLinesFrom(records: RecordStore, address: string, limit: number): Promise<QueueLine[]> {
  const pk = senderPk(address.trim().toLowerCase());
  return asLines((await records.list({ pk, index: 'index2', newestFirst: true, limit })).records).lines;
}

function asLines(rows: readonly StoredRecord[]): { lines: QueueLine[]; unreadable: number } {
  const lines = rows.map(({ body }) => queueLineSchema.safeParse(body)).flatMap(({ data }) => (data ? [data] : []));
  return { lines, unreadable: rows.length - lines.length };
}
