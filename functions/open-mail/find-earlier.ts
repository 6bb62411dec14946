import type { SubmissionId } from '#shared/domain/ids.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { submissionsWithFile } from '#shared/records/sent-file-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

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
  const [first, ...rest] = await Promise.all([...new Set(files)].map((sha256) => submissionsWithFile(records, sha256)));
  if (!first || from === null) return null;
  const withAll = first.filter((id) => id < submissionId && rest.every((ids) => ids.includes(id)));
  for (const id of withAll) {
    const found = await findSubmission(records, id);
    const earlier = found?.submission;
    if (earlier?.mail?.from?.toLowerCase() !== from.toLowerCase()) continue;
    // nothing of it was read, so what it brought was brought by nobody yet
    if (earlier.outcome === 'quarantined') continue;
    const isProvedNow = authentication === 'pass' && earlier.mail.authentication !== 'pass';
    if (!isProvedNow) return earlier.duplicateOf ?? id;
  }
  return null;
}
