import { z } from 'zod';
import { staffIdSchema } from './staff.ts';

/**
 * What a named person says about a period. inactive: the person does not remain active; extended: the report is in time up to
 * a later day; closed: nothing more is asked, and nobody is made inactive; lifted: what was said before holds no longer.
 */
export const resolutionActions = ['inactive', 'extended', 'closed', 'lifted'] as const;
export type ResolutionAction = (typeof resolutionActions)[number];

/** As it stands in a standing that rests on it. */
export const resolvedSchema = z.object({
  word: z.enum(['inactive', 'extended', 'closed']),
  by: staffIdSchema,
  at: z.string(),
  /** the last day in time; only where `word` is extended */
  until: z.string().nullable(),
  reason: z.string(),
});
export type Resolved = z.infer<typeof resolvedSchema>;

/** To the person, word for word as it goes once the decision holds. */
const periodLetterSchema = z.object({ language: z.string(), subject: z.string(), text: z.string() });

/** One of a person's period, in the order in which they were made. What hurts waits for a second, other person. */
export const resolutionSchema = z.object({
  specialistId: z.string(),
  year: z.number().int(),
  number: z.number().int(),
  action: z.enum(resolutionActions),
  until: z.string().nullable(),
  reason: z.string().min(1).max(1000),
  by: staffIdSchema,
  at: z.string(),
  state: z.enum(['proposed', 'in-effect', 'refused']),
  second: z.object({ by: staffIdSchema, at: z.string(), reason: z.string().nullable() }).nullable(),
  /** null: none goes, and `noLetterWhy` says why; of before there were such letters both are null */
  letter: periodLetterSchema.nullable().default(null),
  noLetterWhy: z.string().nullable().default(null),
});
export type Resolution = z.infer<typeof resolutionSchema>;
export type PeriodLetter = z.infer<typeof periodLetterSchema>;
