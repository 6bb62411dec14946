import { answeredIn } from '#shared/domain/answer.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAnswers } from '#shared/records/answer-records.ts';
import { hashOfMessageId } from '#shared/records/letter-ids.ts';
import { findLetterByHash } from '#shared/records/letter-records.ts';

/** Names of our letters begin so; only then is it worth a look into the store. */
const ourNames = /^(?:answer\.sub_|reminder\.|decision\.)/;

/** Whether a mail is a letter that we sent: it bears the very Message-ID, whatever a relay has made of its other headers. */
export async function isOwnLetter(records: RecordStore, messageId: string | null): Promise<boolean> {
  if (messageId === null || !ourNames.test(messageId)) return false;
  const [submissionId] = answeredIn([messageId]);
  if (submissionId === undefined) return (await findLetterByHash(records, hashOfMessageId(messageId))) !== null;
  return (await listAnswers(records, submissionId)).some(({ answer }) => answer.messageId === messageId);
}
