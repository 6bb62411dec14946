import { AddressRefused } from '#shared/domain/faults.ts';
import type { MailSender, OutgoingMail } from '#shared/ports/mail-sender.ts';

export type Mailbox = MailSender & {
  /** letters since the last call */
  taken(): OutgoingMail[];
  /** all that ever left */
  readonly sent: readonly OutgoingMail[];
  /** addresses that take no mail, once for each letter that was tried */
  readonly refused: readonly string[];
};

/** Nobody has a mailbox here any more. */
export const goneDomain = 'gone.example.net';

/** Takes every letter of the office, so that the people of the simulation can read theirs. */
export function makeMailbox(): Mailbox {
  const sent: OutgoingMail[] = [];
  const refused: string[] = [];
  let read = 0;
  return {
    sent,
    refused,
    async send(mail) {
      if (mail.to.endsWith(`@${goneDomain}`)) {
        refused.push(mail.to);
        throw new AddressRefused('there is no such mailbox');
      }
      sent.push(mail);
    },
    taken() {
      const fresh = sent.slice(read);
      read = sent.length;
      return fresh;
    },
  };
}
