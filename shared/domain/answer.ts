import { z } from 'zod';

/** The one answer to a mail, and how far it got. `sending` is a lease: after it ends another try may be made. */
export const answerSchema = z.object({
  messageId: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  state: z.enum(['waiting', 'sent', 'refused']),
  sentAt: z.string().nullable(),
});
export type Answer = z.infer<typeof answerSchema>;
