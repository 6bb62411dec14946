import { z } from 'zod';
import { creditSchema } from './credit.ts';
import { findingSchema } from './finding.ts';
import { matchedPersonSchema } from './person.ts';
import { reasonSchema } from './reason.ts';
import { outcomeSchema } from './submission.ts';

/** 0-based place in `people`. */
const personIndex = { person: z.number().int() };

/** What one run of the intake machine concluded about one mail: proposed by the machine, with all that it rests on. */
export const judgementSchema = z.object({
  people: z.array(matchedPersonSchema),
  credits: z.array(creditSchema.extend(personIndex)),
  findings: z.array(findingSchema.extend(personIndex)),
  /** what pages in shadow would say: for people to look at, without any effect */
  shadow: z.array(findingSchema.extend(personIndex)).default([]),
  reasons: z.array(reasonSchema),
  /** sentences for the sender on what to do next */
  requests: z.array(z.string()),
  outcome: outcomeSchema,
});
export type Judgement = z.infer<typeof judgementSchema>;
