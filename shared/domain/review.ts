import { z } from 'zod';
import { submissionIdSchema } from './ids.ts';
import { reasonSchema } from './reason.ts';

/**
 * open: somebody has to look. settling: decided, it can still be taken back. waiting-for-second: another person has to agree.
 * waiting-for-sender: the sender was asked, and the clock stands still meanwhile.
 */
export const reviewStateSchema = z.enum(['open', 'settling', 'waiting-for-second', 'waiting-for-sender', 'closed']);
export type ReviewState = z.infer<typeof reviewStateSchema>;

/** A question put to a person about one submission. It waits in the queue; nothing waits inside an execution. */
export const reviewTaskSchema = z.object({
  submissionId: submissionIdSchema,
  reference: z.string(),
  openedAt: z.string(),
  reasons: z.array(reasonSchema),
  state: reviewStateSchema,
  /** since when it is in this state; left out while it never changed */
  since: z.string().optional(),
});
export type ReviewTask = z.infer<typeof reviewTaskSchema>;
