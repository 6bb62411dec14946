import { z } from 'zod';
import { submissionIdSchema } from './ids.ts';
import { reasonSchema } from './reason.ts';

/** A question put to a person about one submission. It waits in the queue; nothing waits inside an execution. */
export const reviewTaskSchema = z.object({
  submissionId: submissionIdSchema,
  reference: z.string(),
  openedAt: z.string(),
  reasons: z.array(reasonSchema),
  state: z.enum(['open', 'closed']),
});
export type ReviewTask = z.infer<typeof reviewTaskSchema>;
