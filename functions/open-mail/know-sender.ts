import { authenticationOf, senderStanding } from '#shared/domain/sender-check.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import type { MailToVerify, MailVerifier } from '#shared/ports/mail-verifier.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { specialistsByEmail } from '#shared/records/roster-records.ts';

type Ports = { records: RecordStore; mailVerifier: MailVerifier };

/** The mail with what is known of its sender on this day. Only the verifier's word counts, not what the mail says of itself. */
export async function knowSender(ports: Ports, received: MailToVerify, mail: MailFacts): Promise<MailFacts> {
  const check = await ports.mailVerifier.verify(received);
  const owners = mail.from === null ? [] : await specialistsByEmail(ports.records, mail.from);
  const sender = senderStanding(check, { isOnFile: owners.length > 0, isConfirmed: false });
  return { ...mail, authentication: authenticationOf(check), sender };
}
