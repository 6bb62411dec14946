import { notChecked } from '#shared/domain/sender-check.ts';
import { hasSeveralSenders, receiptCheck } from '#shared/mail/receipt-check.ts';
import type { MailVerifier } from '#shared/ports/mail-verifier.ts';

/**
 * Believes what the receiving server wrote on top of the mail: Amazon SES, or the office's own mail server in front of the one-machine
 * host. `relays`: who may hand mails over with such lines on them; from any other address the lines are a stranger's own. A mail that
 * came over no connection is a file that somebody of the office handed in.
 */
export function makeReceiptMailVerifier(relays: readonly string[] | 'any'): MailVerifier {
  return {
    async verify({ raw, envelope: { remoteAddress } }) {
      const isBelieved = relays === 'any' || remoteAddress === null || relays.includes(remoteAddress);
      if (isBelieved) return receiptCheck(raw);
      return hasSeveralSenders(raw) ? { ...notChecked, dmarc: 'fail' } : notChecked;
    },
  };
}

/** Nobody looks: every sender is unproved. */
export const noMailVerifier: MailVerifier = makeReceiptMailVerifier([]);
