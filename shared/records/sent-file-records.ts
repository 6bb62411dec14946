import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import type { RecordKey, RecordStore, Write } from '#shared/ports/record-store.ts';
import { keyOfSecret } from './secret-key.ts';
import { bodyOf } from './stored-body.ts';

const sentFileSchema = z.object({ submissionId: submissionIdSchema });
const keyOf = (sha256: string, submissionId: SubmissionId) => ({ pk: `FILE#${sha256}`, sk: `SUB#${submissionId}` });

/** By the hash of the address: who sent the same file before is found among however many others that sent it. */
const keyBySender = (sha256: string, from: string, submissionId: SubmissionId) => ({
  pk: `FILE#${sha256}`,
  sk: `${senderOf(from)}${submissionId}`,
});
const senderOf = (from: string) => `BY#${keyOfSecret(from.trim().toLowerCase())}#`;

/** Notes that a mail held a file, so that the same file in a later mail is recognised. */
export async function noteSentFile(
  records: RecordStore,
  sha256: string,
  submissionId: SubmissionId,
  from: string | null = null,
): Promise<void> {
  const bySender = from === null ? [] : [putAt(keyBySender(sha256, from, submissionId), submissionId)];
  await records.write([sentFileWrite(sha256, submissionId), ...bySender]);
}

/** Of an item of a mail: its sender's mail is found as the whole of it. */
export const sentFileWrite = (sha256: string, submissionId: SubmissionId): Write =>
  putAt(keyOf(sha256, submissionId), submissionId);

const putAt = (key: RecordKey, submissionId: SubmissionId): Write => {
  return { put: { ...key, body: { submissionId } }, expect: 'any' };
};

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
  const page = await records.list({ pk: `FILE#${sha256}`, skStartsWith: 'SUB#', newestFirst: true, limit });
  return page.records.map((row) => bodyOf(sentFileSchema, row).submissionId);
}

/** The newest mails in which this sender sent exactly these bytes. */
export async function newestOfSender(
  records: RecordStore,
  { sha256, from }: { sha256: string; from: string },
  limit: number,
): Promise<SubmissionId[]> {
  const asked = { pk: `FILE#${sha256}`, skStartsWith: senderOf(from), newestFirst: true, limit };
  const { records: rows } = await records.list(asked);
  return rows.map((row) => bodyOf(sentFileSchema, row).submissionId);
}
