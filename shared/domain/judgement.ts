import { z } from 'zod';
import { creditSchema } from './credit.ts';
import { findingSchema, judgedBySchema, missingSchema } from './finding.ts';
import { matchedPersonSchema } from './person.ts';
import { reasonSchema } from './reason.ts';
import { outcomeSchema } from './submission.ts';

/** 0-based place in `people`. */
const personIndex = { person: z.number().int() };

/** Days that are null are not published or not known. */
const reportPeriodSchema = z.object({
  year: z.number().int(),
  start: z.string().nullable(),
  lastDay: z.string().nullable(),
  due: z.string().nullable(),
});

/** What one run of the intake machine concluded about one mail: proposed by the machine, with all that it rests on. */
export const judgementSchema = z.object({
  people: z.array(matchedPersonSchema),
  credits: z.array(creditSchema.extend(personIndex)),
  /** `applicationId` where it is about somebody's application, not about a report year */
  findings: z.array(findingSchema.extend({ ...personIndex, applicationId: z.string().optional() })),
  /** the period that each person was judged for: by its due day the sender is told until when papers may come */
  periods: z.array(reportPeriodSchema.extend(personIndex)).default([]),
  /** what pages in shadow would say: for people to look at, without any effect */
  shadow: z.array(findingSchema.extend(personIndex)).default([]),
  /** what each person's year still needs for certain, the smallest first; left out in rows that were written before it was kept */
  missing: z.array(missingSchema.extend(personIndex)).optional(),
  /** left out in rows that were written before it was kept */
  judgedBy: judgedBySchema.optional(),
  /** how many papers were there when it was judged, for the ledger; left out in rows that were written before it was kept */
  papers: z.number().int().optional(),
  reasons: z.array(reasonSchema),
  /** sentences for the sender on what to do next */
  requests: z.array(z.string()),
  outcome: outcomeSchema,
});
export type Judgement = z.infer<typeof judgementSchema>;
