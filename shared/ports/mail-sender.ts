/** One plain-text mail. `messageId` is fixed by the outbox row, so a mail sent twice after a crash is recognisable. */
export type OutgoingMail = {
  /** without angle brackets */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  /** Message-ID of the mail answered, without angle brackets */
  inReplyTo: string | null;
  references: string[];
};

export interface MailSender {
  /** Returns when the mail is handed over. Throws `TryAgain` when it may work later, `GiveUp` when the address is refused. */
  send(mail: OutgoingMail): Promise<void>;
}
