import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const sentFileSchema = z.object({ submissionId: submissionIdSchema });
const keyOf = (sha256: string, submissionId: SubmissionId) => ({ pk: `FILE#${sha256}`, sk: `SUB#${submissionId}` });

/** Notes that a mail held a file, so that the same file in a later mail is recognised. */
export async function noteSentFile(records: RecordStore, sha256: string, submissionId: SubmissionId): Promise<void> {
  await records.write([{ put: { ...keyOf(sha256, submissionId), body: { submissionId } }, expect: 'any' }]);
}

/** Whether it is noted that this mail held these bytes: one read, however many others held them. */
export async function isNotedAsSent(
  records: RecordStore,
  sha256: string,
  submissionId: SubmissionId,
): Promise<boolean> {
  const row = await records.find(keyOf(sha256, submissionId));
  return row !== null && bodyOf(sentFileSchema, row).submissionId === submissionId;
}

/** The newest mails that held exactly these bytes; ids sort by time of receipt. */
export async function newestWithFile(records: RecordStore, sha256: string, limit: number): Promise<SubmissionId[]> {
  const page = await records.list({ pk: `FILE#${sha256}`, newestFirst: true, limit });
  return page.records.map((row) => bodyOf(sentFileSchema, row).submissionId);
}

/** Mails that held exactly these bytes, oldest first. */
export async function submissionsWithFile(records: RecordStore, sha256: string): Promise<SubmissionId[]> {
  const rows = await listAll(records, { pk: `FILE#${sha256}` });
  return rows.map((row) => bodyOf(sentFileSchema, row).submissionId);
}
