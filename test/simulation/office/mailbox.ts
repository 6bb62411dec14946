import type { MailSender, OutgoingMail } from '#shared/ports/mail-sender.ts';

export type Mailbox = MailSender & {
  /** letters since the last call */
  taken(): OutgoingMail[];
  /** how many ever left */
  readonly sent: readonly OutgoingMail[];
};

/** Takes every letter of the office, so that the people of the simulation can read theirs. */
export function makeMailbox(): Mailbox {
  const sent: OutgoingMail[] = [];
  let read = 0;
  return {
    sent,
    async send(mail) {
      sent.push(mail);
    },
    taken() {
      const fresh = sent.slice(read);
      read = sent.length;
      return fresh;
    },
  };
}
