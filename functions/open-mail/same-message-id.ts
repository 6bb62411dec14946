import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { noteMessageId, submissionsWithMessageId } from '#shared/records/message-id-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

const collision: Reason = {
  code: 'needs-human-decision',
  text: 'Another e-mail with the same Message-ID but other content came before (message-id-collision); a person will look at both.',
};

/**
 * Two mails of one name that are not the same mail: one of them may be made up to hide behind the other. Both are kept and opened; a person
 * looks at the later one. (The same mail that came by two ways has the same files, and is a duplicate before this is asked.) Of two
 * that are opened at once the note of each is there before either looks.
 */
export async function messageIdConcerns(
  records: RecordStore,
  submissionId: SubmissionId,
  mail: MailFacts,
  hasPapers: boolean,
): Promise<Reason[]> {
  if (mail.messageId === null) return [];
  await noteMessageId(records, mail.messageId, submissionId);
  const ids = await submissionsWithMessageId(records, mail.messageId);
  for (const id of ids.filter((one) => one < submissionId)) {
    const earlier = (await findSubmission(records, id))?.submission;
    if (hasPapers || !isSameLetter(earlier?.mail ?? null, mail)) return [collision];
  }
  return [];
}

/** Without files a mail is its words: those that came twice say nothing new. */
function isSameLetter(one: MailFacts | null, { from, subject, bodyText }: MailFacts): boolean {
  return one?.from === from && one.subject === subject && one.bodyText === bodyText;
}
