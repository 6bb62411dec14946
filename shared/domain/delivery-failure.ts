import { z } from 'zod';

/** That a mail of ours came back, as some server reports it. */
export const deliveryFailureSchema = z.object({
  /** of our mail, without angle brackets */
  messageId: z.string().max(300),
  /** null: the report does not say */
  recipient: z.string().max(254).nullable(),
  /** RFC 3463, such as 5.1.1; empty where the report gives none */
  status: z.string().max(20),
  /** it did arrive, and its reader called it unwanted */
  isComplaint: z.literal(true).optional(),
});
export type DeliveryFailure = z.infer<typeof deliveryFailureSchema>;

/** no-address: there is none, or it is closed. passing: full, busy, or refused for another reason; it may work another day. */
export type FailureKind = 'no-address' | 'passing';

/** 5.1.x: no such mailbox, host or name. 5.2.1: the mailbox is closed. 5.4.4: no server takes mail for that domain. */
export function kindOfFailure(status: string): FailureKind {
  return /^5\.(?:1\.(?:1|2|3|4|6|10)|2\.1|4\.4)$/.test(status) ? 'no-address' : 'passing';
}
