import { sameAddress } from '#shared/domain/mail-stop.ts';
import type { Specialist } from '#shared/domain/person.ts';
import { authenticationOf, senderStanding } from '#shared/domain/sender-check.ts';
import type { MailFacts } from '#shared/domain/submission.ts';
import type { MailToVerify, MailVerifier } from '#shared/ports/mail-verifier.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listIdentityChangesOf } from '#shared/records/identity-change-records.ts';
import { specialistsByEmail } from '#shared/records/roster-records.ts';

type Ports = { records: RecordStore; mailVerifier: MailVerifier };

/** The mail with what is known of its sender on this day. Only the verifier's word counts, not what the mail says of itself. */
export async function knowSender(ports: Ports, received: MailToVerify, mail: MailFacts): Promise<MailFacts> {
  const check = await ports.mailVerifier.verify(received);
  const owners = mail.from === null ? [] : await specialistsByEmail(ports.records, mail.from);
  const [owner, ...others] = owners;
  // of an address that people share nobody knows who confirmed it
  const isConfirmed =
    owner !== undefined && others.length === 0 && (await hasConfirmed(ports.records, owner, mail.from));
  const sender = senderStanding(check, { isOnFile: owner !== undefined, isConfirmed });
  return { ...mail, authentication: authenticationOf(check), sender };
}

async function hasConfirmed(records: RecordStore, { specialistId }: Specialist, from: string | null): Promise<boolean> {
  const changes = await listIdentityChangesOf(records, specialistId);
  return changes.some(
    ({ change: { field, state, to } }) =>
      field === 'email' && state === 'applied' && from !== null && sameAddress(to, from),
  );
}
