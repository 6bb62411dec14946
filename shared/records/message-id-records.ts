import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { keyOfSecret } from './secret-key.ts';
import { bodyOf } from './stored-body.ts';

const mailOfSchema = z.object({ submissionId: submissionIdSchema });
/** By its hash: such an id names a host, and often a person. */
const pkOf = (messageId: string) => `MESSAGE-ID#${keyOfSecret(messageId)}`;

/** Notes that a mail calls itself so, so that another one of the same name is noticed. */
export async function noteMessageId(
  records: RecordStore,
  messageId: string,
  submissionId: SubmissionId,
): Promise<void> {
  const key = { pk: pkOf(messageId), sk: `SUB#${submissionId}` };
  await records.write([{ put: { ...key, body: { submissionId } }, expect: 'any' }]);
}

/** One that is older is enough; a sender who repeats one name for ever makes no long list. */
const mailsMax = 20;

/** The oldest mails that call themselves so. */
export async function submissionsWithMessageId(records: RecordStore, messageId: string): Promise<SubmissionId[]> {
  const { records: rows } = await records.list({ pk: pkOf(messageId), limit: mailsMax });
  return rows.map((row) => bodyOf(mailOfSchema, row).submissionId);
}
