import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import { type Submission, submissionSchema } from '#shared/domain/submission.ts';
import type {
  Expectation,
  RecordKey,
  RecordPage,
  RecordStore,
  StoredRecord,
  Write,
} from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/** A row that only says which submission it stands for. */
const pointerSchema = z.object({ submissionId: submissionIdSchema });

export type VersionedSubmission = { submission: Submission; version: number };
export type SubmissionPage = {
  submissions: VersionedSubmission[];
  after?: string;
};

const openSubmissions = 'SUBMISSIONS#OPEN';

export const submissionKey = (id: SubmissionId): RecordKey => ({
  pk: `SUB#${id}`,
  sk: 'SUBMISSION',
});
export const referenceKey = (reference: string): RecordKey => ({
  pk: `REFERENCE#${reference}`,
  sk: 'REFERENCE',
});
/** The book of what was received, kept apart from the submissions: the ledger holds one against the other. */
const enteredPk = (instant: string) => `ENTERED#${instant.slice(0, 'yyyy-mm'.length)}`;

/** The reference of a new submission: found by what the sender quotes, and listed in the book of the month. */
export function entryWrite({ reference, submissionId, envelope }: Submission): Write {
  const { receivedAt } = envelope;
  const index1 = { pk: enteredPk(receivedAt), sk: `${receivedAt}#${submissionId}` };
  return { put: { ...referenceKey(reference), body: { submissionId }, index1 }, expect: 'absent' };
}

export type Entry = { submissionId: SubmissionId; reference: string };

/** What was received in a UTC month (`yyyy-mm`), in the order of receipt. */
export async function listEntries(
  records: RecordStore,
  month: string,
  paging: { limit?: number; after?: string } = {},
): Promise<{ entries: Entry[]; after?: string }> {
  const page = await records.list({ pk: enteredPk(month), index: 'index1', ...paging });
  const entries = page.records.map((row) => {
    return { submissionId: bodyOf(pointerSchema, row).submissionId, reference: row.pk.slice('REFERENCE#'.length) };
  });
  return page.after === undefined ? { entries } : { entries, after: page.after };
}

/** The first submission of these raw bytes. */
export const firstMailKey = (rawSha256: string): RecordKey => ({
  pk: `MAIL#${rawSha256}`,
  sk: 'FIRST',
});
/** One hand-over by the receiving service, which may hand over the same mail twice. */
export const deliveryKey = (deliveryId: string): RecordKey => ({
  pk: `DELIVERY#${deliveryId}`,
  sk: 'DELIVERY',
});

/**
 * Always carries the places in the lists: a put without them would drop the submission from the queue. index1 is the
 * month's list, index2 the list of what the intake machine is not yet through with.
 */
export function submissionWrite(submission: Submission, expect: Expectation): Write {
  const sk = `${submission.envelope.receivedAt}#${submission.submissionId}`;
  const index1 = { pk: monthOf(submission.envelope.receivedAt), sk };
  const places = submission.filedAt === null ? { index1, index2: { pk: openSubmissions, sk } } : { index1 };
  return { put: { ...submissionKey(submission.submissionId), body: submission, ...places }, expect };
}

/** For a write that only goes through while the submission is as it was seen. */
export function submissionCheck(id: SubmissionId, version: number): Write {
  return { check: submissionKey(id), expect: { version } };
}

export function pointerWrite(key: RecordKey, submissionId: SubmissionId): Write {
  return { put: { ...key, body: { submissionId } }, expect: 'absent' };
}

export async function findSubmission(records: RecordStore, id: SubmissionId): Promise<VersionedSubmission | null> {
  const record = await records.find(submissionKey(id));
  return record ? asSubmission(record) : null;
}

/** Follows a reference, first-mail or delivery row. */
export async function findPointed(records: RecordStore, key: RecordKey): Promise<SubmissionId | null> {
  const record = await records.find(key);
  return record ? bodyOf(pointerSchema, record).submissionId : null;
}

/** The submissions received in a UTC month (`yyyy-mm`), newest first unless told otherwise. */
export async function listSubmissions(
  records: RecordStore,
  query: {
    month: string;
    newestFirst?: boolean;
    limit?: number;
    after?: string;
  },
): Promise<SubmissionPage> {
  const { month, newestFirst = true, ...paging } = query;
  return asPage(await records.list({ pk: monthOf(month), index: 'index1', newestFirst, ...paging }));
}

/** What was received and is not yet filed, oldest first: the sweep finds here what got stuck. */
export async function listOpenSubmissions(
  records: RecordStore,
  paging: { limit?: number; after?: string } = {},
): Promise<SubmissionPage> {
  return asPage(await records.list({ pk: openSubmissions, index: 'index2', ...paging }));
}

export async function listAllOpen(records: RecordStore): Promise<VersionedSubmission[]> {
  return (await listAll(records, { pk: openSubmissions, index: 'index2' })).map(asSubmission);
}

export const countOpenSubmissions = (records: RecordStore): Promise<number> =>
  records.count({ pk: openSubmissions, index: 'index2' });

function asPage(page: RecordPage): SubmissionPage {
  const submissions = page.records.map(asSubmission);
  return page.after === undefined ? { submissions } : { submissions, after: page.after };
}

function monthOf(instant: string): string {
  return `SUBMISSIONS#${instant.slice(0, 'yyyy-mm'.length)}`;
}

function asSubmission(record: StoredRecord): VersionedSubmission {
  return {
    submission: bodyOf(submissionSchema, record),
    version: record.version,
  };
}
