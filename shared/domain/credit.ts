import { z } from 'zod';
import { hoursHundredthsSchema } from './hours.ts';
import { submissionIdSchema } from './ids.ts';
import { reasonCodeSchema } from './reason.ts';
import { ruledBySchema } from './ruled-by.ts';

export const bucketSchema = z.enum(['ethics', 'core']);
export type Bucket = z.infer<typeof bucketSchema>;

/** Where a credit comes from: a document of a submission. */
export const evidenceSchema = z.object({
  submissionId: submissionIdSchema,
  /** 0-based place in that submission's list of documents */
  document: z.number().int(),
  role: z.enum(['certificate', 'report-row', 'guidance']),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const modes = ['in person', 'live online', 'self paced'] as const;

/** What papers, register and roster state of a training besides; what is left out is not known. */
export const creditTraitsSchema = z.object({
  mode: z.enum(modes).optional(),
  /** given by the person's own employer */
  isInService: z.boolean().optional(),
  /** listed: in the register of approved trainings; form: with its own form; none */
  approval: z.enum(['listed', 'form', 'none']).optional(),
});
export type CreditTraits = z.infer<typeof creditTraitsSchema>;

/** One credit line of a person's year. Only `counted` lines add hours; `undecided` waits for a person. */
export const creditSchema = z.object({
  creditId: z.string(),
  title: z.string(),
  provider: z.string().nullable(),
  completedOn: z.string().nullable(),
  hours: hoursHundredthsSchema.nullable(),
  bucket: bucketSchema.nullable(),
  status: z.enum(['counted', 'not-counted', 'undecided']),
  code: reasonCodeSchema.nullable(),
  why: z.string(),
  /** what reviewers said of this training before, for the next one to read: never judged by */
  suggestion: z.string().optional(),
  citation: z.string(),
  evidence: z.array(evidenceSchema),
  traits: creditTraitsSchema.optional(),
  /** files (sha-256) this credit rests on: the same file never counts twice */
  fileSha256: z.array(z.string()),
  /** left out while only the machine has judged it */
  ruling: ruledBySchema.optional(),
});
export type Credit = z.infer<typeof creditSchema>;
