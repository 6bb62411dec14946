import type { SubmissionId } from '#shared/domain/ids.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { newestOfSender } from '#shared/records/sent-file-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

/** A sender who sent the same file more often than this in other mails is looked at as far back as this. */
const mailsMax = 50;

/**
 * An earlier mail of the same sender that held every one of these files: then this mail brings nothing new, unless it is
 * the proof of its sender that the earlier one lacked. Ids sort by time of receipt, so of two mails handled at once only the
 * later one can be the duplicate.
 */
export async function findEarlier(
  records: RecordStore,
  submissionId: SubmissionId,
  { from, authentication }: Pick<MailFacts, 'from' | 'authentication'>,
  files: readonly string[],
): Promise<SubmissionId | null> {
  if (from === null) return null;
  const distinct = [...new Set(files)];
  const sent = await Promise.all(distinct.map((sha256) => newestOfSender(records, { sha256, from }, mailsMax)));
  const [first = [], ...rest] = sent;
  const withAll = first.filter((id) => id < submissionId && rest.every((ids) => ids.includes(id)));
  for (const id of withAll) {
    const earlier = (await findSubmission(records, id))?.submission;
    // nothing of it was read, so what it brought was brought by nobody yet
    if (!earlier?.mail || earlier.outcome === 'quarantined') continue;
    const isProvedNow = authentication === 'pass' && earlier.mail.authentication !== 'pass';
    if (!isProvedNow) return earlier.duplicateOf ?? id;
  }
  return null;
}
