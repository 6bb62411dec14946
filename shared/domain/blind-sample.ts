import { z } from 'zod';
import type { Bucket } from './credit.ts';
import { hoursHundredthsSchema } from './hours.ts';
import { type SubmissionId, submissionIdSchema } from './ids.ts';
import type { Judgement } from './judgement.ts';
import { staffIdSchema } from './staff.ts';
import type { Outcome } from './submission.ts';

/** `share`: how many of the automatically accepted cases a person judges blind, 0 to 1; `seed`: the office's own word. */
export type BlindPolicy = { share: number; seed: string };

const hoursSchema = z.object({ ethics: hoursHundredthsSchema.min(0), core: hoursHundredthsSchema.min(0) });
export type HoursByBucket = Readonly<Record<Bucket, number>>;

const blindAnswerSchema = z.object({
  by: staffIdSchema,
  at: z.string(),
  accepts: z.boolean(),
  hours: hoursSchema,
  reason: z.string().nullable(),
});
export type BlindAnswer = z.infer<typeof blindAnswerSchema>;

/**
 * An accepted case that a reviewer judges from its papers alone. `machine` is what the machine had counted when the case was
 * chosen; it is shown only once `answer` is there.
 */
export const blindTaskSchema = z.object({
  submissionId: submissionIdSchema,
  reference: z.string(),
  receivedAt: z.string(),
  openedAt: z.string(),
  machine: hoursSchema,
  answer: blindAnswerSchema.nullable(),
});
export type BlindTask = z.infer<typeof blindTaskSchema>;

/**
 * `digest` is the keyed SHA-256 of the submission's id, in hex: whoever knows the seed can work the choice out again, and
 * no sender can aim at it.
 */
export function isChosen(digest: string, { share }: BlindPolicy): boolean {
  return Number.parseInt(digest.slice(0, 8), 16) / 2 ** 32 < share;
}

/** What counts of the papers of this one mail, by bucket. Lines of the same year that rest on other mails are not its own. */
export function countedHours({ credits }: Pick<Judgement, 'credits'>, submissionId: SubmissionId): HoursByBucket {
  const counted = credits.filter(
    ({ status, evidence }) => status === 'counted' && evidence.some((one) => one.submissionId === submissionId),
  );
  const sum = (bucket: Bucket) =>
    counted.filter((credit) => credit.bucket === bucket).reduce((all, { hours }) => all + (hours ?? 0), 0);
  return { ethics: sum('ethics'), core: sum('core') };
}

const areSame = (a: HoursByBucket, b: HoursByBucket) => a.ethics === b.ethics && a.core === b.core;

/** What the reviewer sees otherwise than the machine; null while nobody has answered. */
export function differenceOf({ machine, answer }: BlindTask): 'none' | 'not-accepted' | 'other-hours' | null {
  if (answer === null) return null;
  if (!answer.accepts) return 'not-accepted';
  return areSame(machine, answer.hours) ? 'none' : 'other-hours';
}

export const blindStateSchema = z.enum(['open', 'agrees', 'differs', 'machine-was-right']);
export type BlindState = z.infer<typeof blindStateSchema>;

/**
 * How the sample stands. A difference counts against the machine until a later decision of a person leaves the case
 * accepted with the very hours that the machine had counted.
 */
export function blindStateOf(
  task: BlindTask,
  later: { decidedAt: string; outcome: Outcome | null; hours: HoursByBucket } | null,
): BlindState {
  if (task.answer === null) return 'open';
  if (differenceOf(task) === 'none') return 'agrees';
  const isSettled = later !== null && later.decidedAt > task.answer.at && later.outcome === 'accepted';
  return isSettled && areSame(task.machine, later.hours) ? 'machine-was-right' : 'differs';
}
