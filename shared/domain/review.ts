import { z } from 'zod';
import { submissionIdSchema } from './ids.ts';
import { reasonSchema } from './reason.ts';
import { staffIdSchema } from './staff.ts';

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
  /** when the clock stood still: the sender was asked, or it was closed and was opened anew later */
  pauses: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
  /** whose it should be next, of all who may take it: who asked the sender */
  suggestedTo: staffIdSchema.optional(),
  /** each time a person opened it anew, and why: for the office alone */
  reopenings: z.array(z.object({ by: staffIdSchema, at: z.string(), because: z.string() })).optional(),
});
export type ReviewTask = z.infer<typeof reviewTaskSchema>;

/** While it is in one of these nobody of the office is waited for. */
const still: ReadonlySet<ReviewState> = new Set<ReviewState>(['waiting-for-sender', 'closed']);

/** The task in another state from an instant on; what it stood still until then is kept. */
export function movedTo(task: ReviewTask, state: ReviewState, at: string): ReviewTask {
  const { pauses = [], since } = task;
  const hasStood = still.has(task.state) && since !== undefined && since < at;
  return { ...task, state, since: at, ...(hasStood ? { pauses: [...pauses, { from: since, to: at }] } : {}) };
}

/** How long a case has waited for the office since it was opened, without the time that it stood still. */
export function waitedSeconds(task: ReviewTask, now: string): number {
  const { openedAt, pauses = [] } = movedTo(task, task.state, now);
  const begun = Date.parse(openedAt);
  const between = (from: number, to: number) => Math.max(0, to - from) / 1000;
  const paused = pauses.map(({ from, to }) => between(Math.max(begun, Date.parse(from)), Date.parse(to)));
  return Math.max(0, between(begun, Date.parse(now)) - paused.reduce((sum, each) => sum + each, 0));
}
