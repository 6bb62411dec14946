import { z } from 'zod';
import { blindStateSchema } from './blind-sample.ts';
import { submissionIdSchema } from './ids.ts';
import { readFiguresSchema } from './read-figures.ts';
import { reasonCodeSchema } from './reason.ts';
import { outcomes, type Submission } from './submission.ts';

/** How a mail ended: its outcome, or set aside by a fault. */
export const endSchema = z.enum([...outcomes, 'set-aside']);
export type End = z.infer<typeof endSchema>;
export const ends = endSchema.options;

const count = z.number().int().min(0);

/**
 * What the page of numbers needs of one mail, in a row so small that a month of them is read at once. No name, no address
 * and no value of a paper is in it.
 */
export const caseFiguresSchema = z.object({
  submissionId: submissionIdSchema,
  receivedAt: z.string(),
  /** what the machine made of it before any person; stays */
  first: endSchema,
  now: endSchema,
  /** why it was not simply accepted at first, each reason once */
  reasons: z.array(reasonCodeSchema),
  /** when a person last decided about it */
  decidedAt: z.string().nullable(),
  /** what reading its pictures has cost, in millionths of a dollar */
  microdollars: count,
  pagesBought: count,
  looksBought: count,
  /** letters that were written about it; 0 in rows of before they were counted */
  letters: count.default(0),
  /** what people made of its values; empty while no person has decided */
  read: z.array(readFiguresSchema),
  /** null: not in the blind sample */
  blind: blindStateSchema.nullable(),
});
export type CaseFigures = z.infer<typeof caseFiguresSchema>;

/** Null while the machine is not through with it. */
export function endOf({ state, outcome }: Pick<Submission, 'state' | 'outcome'>): End | null {
  return state === 'set-aside' ? 'set-aside' : outcome;
}
