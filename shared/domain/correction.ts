import { z } from 'zod';
import { documentKindSchema } from './document.ts';
import { fileIdSchema, submissionIdSchema } from './ids.ts';
import { staffIdSchema } from './staff.ts';

/** A document by its place and by what it was: after a file is taken apart anew, its second part may be another paper. */
export const documentRefSchema = z.object({
  fileId: fileIdSchema,
  part: z.number().int().min(1),
  pages: z.tuple([z.number().int(), z.number().int()]),
  sha256: z.string(),
});
export type DocumentRef = z.infer<typeof documentRefSchema>;

export const rowColumns = ['title', 'provider', 'completedOn', 'hours', 'category', 'priorApproved'] as const;
export const rowColumnSchema = z.enum(rowColumns);
export type RowColumn = z.infer<typeof rowColumnSchema>;

/** Of a session that a conference certificate prints: `ethics` is yes, no, or not said. */
export const sessionColumns = ['title', 'hours', 'ethics'] as const;
export const sessionColumnSchema = z.enum(sessionColumns);
export type SessionColumn = z.infer<typeof sessionColumnSchema>;

const valueSchema = z.union([z.string(), z.boolean(), z.null()]);
const about = { document: documentRefSchema };

/** Rows are counted as they were read, then those that people added: taking one away moves no other. */
const row = z.number().int().min(0);

/** What a person of the office says is otherwise than the machine read it. */
export const changeSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('field'), ...about, field: z.string(), value: valueSchema }),
  z.object({ what: z.literal('row-column'), ...about, row, column: rowColumnSchema, value: valueSchema }),
  z.object({ what: z.literal('row-removed'), ...about, row }),
  z.object({ what: z.literal('row-added'), ...about, values: z.record(rowColumnSchema, valueSchema) }),
  z.object({
    what: z.literal('session-column'),
    ...{ ...about, session: row, column: sessionColumnSchema, value: valueSchema },
  }),
  z.object({ what: z.literal('session-removed'), ...about, session: row }),
  z.object({ what: z.literal('session-added'), ...about, values: z.record(sessionColumnSchema, valueSchema) }),
  z.object({ what: z.literal('kind'), ...about, kind: documentKindSchema }),
  /** looked at from top to bottom: all that was read of it is as it stands there */
  z.object({ what: z.literal('confirmed'), ...about }),
  /** whose paper it is; null: nobody's, it counts for none */
  z.object({ what: z.literal('person'), ...about, specialistId: z.string().nullable(), name: z.string().nullable() }),
  z.object({
    what: z.literal('duplicate-of'),
    ...about,
    of: z.object({ submissionId: submissionIdSchema, document: documentRefSchema }),
  }),
  /** a file that could not be read: a person has seen to it, and nothing of it is needed */
  z.object({ what: z.literal('file-aside'), fileId: fileIdSchema }),
  /** takes an earlier one back, by its number */
  z.object({ what: z.literal('withdrawn'), number: z.number().int() }),
]);
export type Change = z.infer<typeof changeSchema>;

/** Kept for good, in order: the newest one about a place holds. What was read is never changed. */
export const correctionSchema = z.object({
  number: z.number().int().min(1),
  at: z.string(),
  by: staffIdSchema,
  change: changeSchema,
  /** what stood there before, for fields and columns */
  before: valueSchema.optional(),
});
export type Correction = z.infer<typeof correctionSchema>;
