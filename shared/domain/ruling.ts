import { z } from 'zod';
import { bucketSchema } from './credit.ts';
import { verdictSchema } from './finding.ts';
import { hoursHundredthsSchema } from './hours.ts';
import { reasonCodeSchema } from './reason.ts';
import type { RuledBy } from './ruled-by.ts';

/** A person of the office may differ from the machine, and says why: the sentence stays beside what it changes. */
const reason = z.string().trim().min(1).max(1000);

/** Whether a line of the ledger counts. Bucket and hours are the line's own where they are null. */
const creditRulingSchema = z.object({
  creditId: z.string(),
  /** as the line was named, to know it again when a later mail lists it anew */
  title: z.string(),
  counts: z.boolean(),
  bucket: bucketSchema.nullable(),
  hours: hoursHundredthsSchema.positive().nullable(),
  /** why it does not count, from the list of reasons; null where it counts */
  code: reasonCodeSchema.nullable(),
  reason,
});
export type CreditRuling = z.infer<typeof creditRulingSchema>;

/** Another verdict than the rule gave, for one person and report year, or for one application of somebody on no roster. */
const overrideSchema = z.object({
  rule: z.string(),
  /** null for an application: `applicationId` says which */
  specialistId: z.string().nullable(),
  applicationId: z.string().optional(),
  year: z.number().int(),
  verdict: verdictSchema,
  reason,
});

/** Something that spoke against the mail, looked at and put aside. `document` null: wherever it was said. */
const settledDoubtSchema = z.object({ code: reasonCodeSchema, document: z.number().int().nullable(), reason });

export const rulingsSchema = z.object({
  credits: z.array(creditRulingSchema),
  overrides: z.array(overrideSchema),
  doubts: z.array(settledDoubtSchema),
});
export type Rulings = z.infer<typeof rulingsSchema>;
export const noRulings: Rulings = { credits: [], overrides: [], doubts: [] };

/** Rulings of one decision, with who made them. */
export type SignedRulings = Rulings & Pick<RuledBy, 'by' | 'at'>;
