import { z } from 'zod';

/** What goes to a child: one job at a time. */
export type ContainedJob = { job: number; input: unknown };

/** What comes back. The child handles files of strangers, so its answer is parsed like anything from outside. */
export const containedAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ job: z.number().int(), ok: z.literal(true), answer: z.unknown() }),
  z.object({ job: z.number().int(), ok: z.literal(false) }),
]);
export type ContainedAnswer = z.infer<typeof containedAnswerSchema>;

/** What a module run in a child must export. */
export const containedModuleSchema = z.object({
  answer: z.custom<(input: unknown) => Promise<unknown>>((value) => typeof value === 'function'),
});

/** `done` is the only success; everything else means that nobody knows what is in the file. */
export type ContainedResult<Answer> =
  | { outcome: 'done'; value: Answer }
  /** the module threw, or its answer does not have the promised shape */
  | { outcome: 'failed' }
  /** the child ended by itself without an answer, whatever its exit code */
  | { outcome: 'died' }
  /** somebody else ended it: the system for want of memory, a person, whoever stops this machine. The file did nothing */
  | { outcome: 'killed' }
  | { outcome: 'deadline' }
  /** no deadline of its own: it stood in line for a processor nearly all the time */
  | { outcome: 'starved' }
  | { outcome: 'memory' };
