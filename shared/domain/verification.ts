import { z } from 'zod';
import { staffIdSchema } from './staff.ts';

/** Crockford's base 32: no I, L, O or U, so that nobody misreads it on the telephone. */
export const verificationCodeSchema = z.string().regex(/^V-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);

export const verificationSecondSchema = z.object({ by: staffIdSchema, at: z.string() });

/** A letter to somebody who asked whether a person was active on a day: what it said, who asked and why, and who made it. */
export const verificationSchema = z.object({
  /** stands on the letter, and is how a reader asks the office whether it is ours */
  code: verificationCodeSchema,
  specialistId: z.string(),
  day: z.string(),
  answer: z.enum(['active', 'not-active', 'cannot-tell']),
  reasons: z.array(z.string()),
  askedBy: z.string().min(1).max(120),
  why: z.string().min(1).max(500),
  by: staffIdSchema,
  at: z.string(),
  /** of the PDF as it was made */
  fileKey: z.string(),
  /** who else agreed to it; left out while nobody has, or nobody has to */
  second: verificationSecondSchema.optional(),
});
export type Verification = z.infer<typeof verificationSchema>;

/** A "no" may cost somebody their work: it leaves the office only after another person agreed. */
export const waitsForSecond = ({ answer, second }: Pick<Verification, 'answer' | 'second'>): boolean =>
  answer === 'not-active' && second === undefined;
