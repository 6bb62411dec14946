import { z } from 'zod';
import { ruledBySchema } from './ruled-by.ts';

export const verdictSchema = z.enum(['met', 'not-met', 'cannot-tell', 'does-not-apply']);
export type Verdict = z.infer<typeof verdictSchema>;

/** What a fact may hold: yes/no, hours in whole hundredths, a count, a day, a word; undefined is "not known". */
export type FactValue = boolean | number | string | undefined;

/** The answer of one rule for one person and report year, with everything needed to give it again. */
export const findingSchema = z.object({
  rule: z.string(),
  /** e.g. continuing-education/ethics-hours.rule.md */
  page: z.string(),
  ruleSha256: z.string(),
  year: z.number().int(),
  asOf: z.string(),
  verdict: verdictSchema,
  /** what was measured and what is needed, as printed decimals, where the rule compares amounts */
  value: z.string().nullable(),
  required: z.string().nullable(),
  /** the sentence for the person */
  why: z.string(),
  citation: z.string(),
  /** names of the facts that are not known, when the verdict is cannot-tell */
  missing: z.array(z.string()),
  /** the facts used, so that the same answer can be given again */
  facts: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
  /** who may make this final: an adverse result is proposed by the machine */
  decidedBy: z.enum(['machine', 'person']),
  /** a person of the office says otherwise than the rule, whose own verdict stays beside it */
  override: ruledBySchema.extend({ verdictByRule: verdictSchema }).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** One thing that would have to come, in its smallest terms: "1.25 hours of ethics", "2 certificates", "the report form". */
export const missingSchema = z.object({
  rule: z.string(),
  fact: z.string(),
  /** how much, as a printed decimal; null where it is one thing, such as a signature */
  amount: z.string().nullable(),
  inWords: z.string(),
});
export type Missing = z.infer<typeof missingSchema>;

/** The pages that judged: the hash covers all that may change an answer, and finds them again. */
export const judgedBySchema = z.object({ programme: z.string(), sha256: z.string() });
