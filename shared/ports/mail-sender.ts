/** One mail of plain text, perhaps with files. `messageId` is fixed by the outbox row, so a mail sent twice after a crash is recognisable. */
export type OutgoingMail = {
  /** without angle brackets */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  /** Message-ID of the mail answered, without angle brackets */
  inReplyTo: string | null;
  references: string[];
  /** nobody wrote to us before: says so in its headers, and how to get no more of them */
  isUnasked?: true;
  /** left out: none */
  attachments?: readonly MailAttachment[];
  /** sent as a person sends their papers: nothing in its headers says that a machine wrote it. `token` says to our own inbox whose it is */
  asCanary?: { token: string };
};

/** `name` as the recipient sees it. */
export type MailAttachment = { name: string; mediaType: string; bytes: Uint8Array };

export interface MailSender {
  /** Returns when the mail is handed over. Throws `TryAgain` when it may work later, `GiveUp` when the mail is refused, `AddressRefused` when the address is. */
  send(mail: OutgoingMail): Promise<void>;
}
