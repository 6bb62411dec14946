import type { SenderCheck } from '#shared/domain/sender-check.ts';
import type { Envelope } from '#shared/domain/submission.ts';

/** The raw bytes as they were received, and what the receiving server saw of the connection. */
export type MailToVerify = { raw: Uint8Array; envelope: Envelope };

/**
 * Whether a mail comes from the domain that it names. Never throws and never hangs: what could not be found out is `unknown` or
 * `temperror`, and no pass. Two From lines are a fail, whatever else was found.
 */
export interface MailVerifier {
  verify(mail: MailToVerify): Promise<SenderCheck>;
}
