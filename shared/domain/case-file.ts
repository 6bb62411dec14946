import { z } from 'zod';
import { creditSchema } from './credit.ts';
import { findingSchema, judgedBySchema, missingSchema } from './finding.ts';
import { hoursHundredthsSchema } from './hours.ts';
import { submissionIdSchema } from './ids.ts';

/** One person in one report year: the ledger of credits, the mails it rests on, and the latest findings. */
export const caseFileSchema = z.object({
  specialistId: z.string(),
  year: z.number().int(),
  submissions: z.array(submissionIdSchema),
  credits: z.array(creditSchema),
  findings: z.array(findingSchema),
  /** what pages in shadow would say: nothing rests on it */
  shadow: z.array(findingSchema).default([]),
  /** what the year still needs for certain, the smallest first; left out in rows that were written before it was kept */
  missing: z.array(missingSchema).optional(),
  judgedBy: judgedBySchema.optional(),
  /** hours left over from the period before, from and to, where the programme carries any over; `most` null: nobody can say */
  carriedHours: z.object({ least: hoursHundredthsSchema, most: hoursHundredthsSchema.nullable() }).optional(),
});
export type CaseFile = z.infer<typeof caseFileSchema>;
