import { z } from 'zod';
import { fileIdSchema, submissionIdSchema } from './ids.ts';
import { boxSchema, valueMediumSchema } from './reading.ts';
import { reasonSchema } from './reason.ts';
import { scanSchema } from './scan.ts';
import { staffIdSchema } from './staff.ts';

export const documentKinds = [
  'ce-report',
  'ceu-guidance',
  'certificate',
  'training-application',
  'family-training-application',
  'education-evidence',
  'other',
] as const;
export const documentKindSchema = z.enum(documentKinds);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/**
 * A second, independent look at the place of a value: another engine on the cut-out, another measure of a tick. `raw` is
 * what it made of the place. overruled: it looked first, saw nothing it was sure of, and the value is what the other read.
 */
export const witnessSchema = z.object({
  engine: z.string(),
  raw: z.string().nullable(),
  verdict: z.enum(['agrees', 'differs', 'unread', 'overruled']),
  /** 0..1, the engine's own */
  confidence: z.number(),
});
export type Witness = z.infer<typeof witnessSchema>;

const plainValueSchema = z.union([z.string(), z.boolean(), z.null()]);
const sourceSchema = z.object({ medium: valueMediumSchema, engine: z.string(), sureness: z.number() });

/**
 * One value read from a document, with its source. `value` is normalised: days yyyy-mm-dd, hours as exact decimals
 * ("2.5"), yes/no as booleans; null means the place was found and nothing is written there.
 */
export const fieldValueSchema = z.object({
  value: plainValueSchema,
  confidence: z.number().min(0).max(1),
  /** 1-based page in the attachment */
  page: z.number().int(),
  box: boxSchema.nullable(),
  /** the text as it stands on the page */
  raw: z.string().nullable(),
  /** how the page was read, by which engine, and how sure the reading was by itself; left out where nothing was read */
  source: sourceSchema.optional(),
  /** left out where nobody looked a second time */
  witness: witnessSchema.optional(),
  /** what the machine had made of the place, where a person of the office said what stands there */
  asRead: z.object({ value: plainValueSchema, confidence: z.number(), source: sourceSchema.optional() }).optional(),
});
export type FieldValue = z.infer<typeof fieldValueSchema>;

/** One row of a report form: what the person says they took. Values as in `fieldValueSchema`. */
export const trainingRowSchema = z.object({
  title: fieldValueSchema,
  provider: fieldValueSchema,
  completedOn: fieldValueSchema,
  hours: fieldValueSchema,
  /** "ethics", "core" or null */
  category: fieldValueSchema,
  /** true, false or null */
  priorApproved: fieldValueSchema,
});
export type TrainingRow = z.infer<typeof trainingRowSchema>;

/** A session of a conference certificate, where the certificate prints them one by one. */
export const sessionSchema = z.object({
  title: fieldValueSchema,
  hours: fieldValueSchema,
  ethics: z.boolean().nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

const withheldSchema = z.object({
  order: z.enum(['restrict', 'return', 'destroy']),
  by: staffIdSchema,
  at: z.string(),
  reason: z.string(),
});

/** One attachment (or file inside a zip or forwarded mail) as it was found in the mail. Bytes live in the file store. */
export const fileRecordSchema = z.object({
  submissionId: submissionIdSchema,
  fileId: fileIdSchema,
  /** name as sent; "archive.zip/cert.pdf" inside a zip */
  attachment: z.string(),
  mediaType: z.string(),
  sha256: z.string(),
  bytes: z.number().int(),
  fileKey: z.string(),
  /** a logo or signature picture: kept and listed, not read */
  isDecoration: z.boolean(),
  /** why the file will not be read, e.g. encrypted-file, unsupported-file, unsafe-file */
  refused: reasonSchema.nullable(),
  /** what a scanner said of it; left out in rows of before */
  scan: scanSchema.optional(),
  /** the file reading in the file store, once read */
  readingKey: z.string().nullable(),
  /**
   * A private paper that a person ordered to be kept away: restrict shows it to supervisors only; return and destroy show it
   * to nobody any more. Its hash stays.
   */
  withheld: withheldSchema.optional(),
});
export type FileRecord = z.infer<typeof fileRecordSchema>;

const printedPageSchema = z.object({ number: z.number().int(), of: z.number().int() });
export type PrintedPage = z.infer<typeof printedPageSchema>;

/** One document: a page range of one file. A file may hold nine certificates. */
export const documentRecordSchema = z.object({
  submissionId: submissionIdSchema,
  fileId: fileIdSchema,
  /** 1-based place inside the file */
  part: z.number().int().min(1),
  attachment: z.string(),
  sha256: z.string(),
  pages: z.tuple([z.number().int(), z.number().int()]),
  /** the part of its page that the paper takes up, where several stand on one page; left out: all of it */
  region: boxSchema.optional(),
  /** how its first page looks from afar, where that was read from a picture and holds no other paper */
  likeness: z.string().optional(),
  kind: documentKindSchema,
  kindConfidence: z.number(),
  /** "person" where somebody of the office has looked at the whole of it; never in a stored row */
  reading: valueMediumSchema,
  fields: z.record(z.string(), fieldValueSchema),
  trainings: z.array(trainingRowSchema),
  sessions: z.array(sessionSchema),
  /** what was found wrong while reading: unread page, ambiguous date, unit doubtful */
  reasons: z.array(reasonSchema),
  /** a treatment letter or the like: restricted, its content is not extracted */
  isSensitive: z.boolean(),
  /** it begins nothing: the rest of a paper whose first page is in another file */
  isRest: z.boolean().optional(),
  /** "page 2 of 3", as its pages say; left out where none says it */
  printedPages: z.array(printedPageSchema).optional(),
});
export type DocumentRecord = z.infer<typeof documentRecordSchema>;
