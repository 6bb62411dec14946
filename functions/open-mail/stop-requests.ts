import { asksToStop, type StopRequest } from '#shared/domain/mail-stop.ts';
import { policyOfMail } from '#shared/domain/sender-policy.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { stopRequestWrite } from '#shared/records/mail-stop-records.ts';
import { specialistsByEmail } from '#shared/records/roster-records.ts';

/** More people than these share no address; and a transaction has no room for more. */
const peopleMost = 5;

/**
 * That somebody wants no more letters: kept for a person of the office, who says what becomes of it. Whoever the mail came from, nothing
 * stops by itself: an address in a mail is easily made up.
 */
export async function stopRequestWrites(
  records: RecordStore,
  { submissionId, mail, outcome }: Submission,
  at: string,
): Promise<Write[]> {
  if (!mail?.from || mail.isAutomatic || outcome === 'duplicate') return [];
  if (policyOfMail(mail, { isOnFile: true, claimsAnother: false }).link === 'no') return [];
  if (!asksToStop(mail.subject, mail.bodyText)) return [];
  const people = await specialistsByEmail(records, mail.from);
  const request = { address: mail.from, submissionId, at, state: 'open', by: null, decidedAt: null } as const;
  return people.slice(0, peopleMost).map(({ specialistId }): Write => {
    const asked: StopRequest = { specialistId, ...request };
    return stopRequestWrite(asked, null);
  });
}
