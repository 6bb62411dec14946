import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const sentFileSchema = z.object({ submissionId: submissionIdSchema });

/** Notes that a mail held a file, so that the same file in a later mail is recognised. */
export async function noteSentFile(records: RecordStore, sha256: string, submissionId: SubmissionId): Promise<void> {
  const key = { pk: `FILE#${sha256}`, sk: `SUB#${submissionId}` };
  await records.write([{ put: { ...key, body: { submissionId } }, expect: 'any' }]);
}

/** Mails that held exactly these bytes, oldest first. */
export async function submissionsWithFile(records: RecordStore, sha256: string): Promise<SubmissionId[]> {
  const rows = await listAll(records, { pk: `FILE#${sha256}` });
  return rows.map((row) => bodyOf(sentFileSchema, row).submissionId);
}
