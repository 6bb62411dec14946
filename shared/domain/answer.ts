import { z } from 'zod';

/** The one answer to a mail, and how far it got. */
export const answerSchema = z.object({
  messageId: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  /** when it was written; one that still waits long after is sent by the sweep of waiting answers */
  writtenAt: z.string(),
  /** refused: the address took no mail, for good */
  state: z.enum(['waiting', 'sent', 'refused']),
  sentAt: z.string().nullable(),
});
export type Answer = z.infer<typeof answerSchema>;
