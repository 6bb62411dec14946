import { z } from 'zod';

/** Place on a page as fractions of its width and height: left, top, width, height. Origin top left. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof boxSchema>;

/** One word. `confidence` 0..1 is the engine's own (1 for a text layer); it is not yet a probability of being right. */
export const wordSchema = z.object({
  text: z.string(),
  box: boxSchema,
  confidence: z.number(),
});
export type Word = z.infer<typeof wordSchema>;

/** A box to tick that is drawn on the page (not a form field). */
export const checkMarkSchema = z.object({
  box: boxSchema,
  checked: z.boolean(),
  confidence: z.number(),
});
export type CheckMark = z.infer<typeof checkMarkSchema>;

/** A straight ruling line (edge of a table cell, line to write on), as a thin box. */
export const ruleLineSchema = z.object({
  box: boxSchema,
  direction: z.enum(['horizontal', 'vertical']),
});
export type RuleLine = z.infer<typeof ruleLineSchema>;

/** Ink that is neither text nor a ruling line, such as a drawn or pasted signature. */
export const inkSchema = z.object({ box: boxSchema });

/** An AcroForm field or a Word content control. Names are often opaque (Text1): the printed label beside it decides. */
export const formFieldSchema = z.object({
  name: z.string(),
  kind: z.enum(['text', 'check-box', 'radio', 'choice', 'signature']),
  /** text, chosen option; null when left empty */
  value: z.string().nullable(),
  /** check boxes and single radio buttons only */
  checked: z.boolean().nullable(),
  box: boxSchema.nullable(),
  page: z.number().int(),
});
export type FormField = z.infer<typeof formFieldSchema>;

export const mediumSchema = z.enum(['form-fields', 'text-layer', 'ocr', 'unread']);
export type Medium = z.infer<typeof mediumSchema>;

/** Where a value is from: the page, in one of the ways it can be read, or a person of the office who looked at it. */
export const valueMediumSchema = z.enum([...mediumSchema.options, 'person']);

/** budget: reading it would have cost more than one mail may; reader-failed: the reader's answer made no sense. */
export const passingCauseSchema = z.enum(['budget', 'reader-failed']);

/**
 * What stopped a page from being read. The first six are faults of the picture, which may be taken again; a blank page is
 * nobody's fault; `damaged` is the file's, `not-tried` ours.
 */
export const unreadCauseSchema = z.enum([
  'blurred',
  'too-small',
  'cut-off',
  'too-dark',
  'noise',
  'no-words',
  'blank',
  'damaged',
  'not-tried',
]);
export type UnreadCause = z.infer<typeof unreadCauseSchema>;

export const pageReadingSchema = z.object({
  number: z.number().int().min(1),
  /** points, 72 to the inch; pixels for a picture */
  width: z.number(),
  height: z.number(),
  medium: mediumSchema,
  words: z.array(wordSchema),
  checkMarks: z.array(checkMarkSchema),
  rules: z.array(ruleLineSchema),
  ink: z.array(inkSchema),
  formFields: z.array(formFieldSchema),
  /** quarter turns clockwise that set the picture upright before it was read; left out: none */
  turned: z.number().int().min(0).max(3).optional(),
  /** why there are no words, in plain words, when medium is `unread` */
  unreadBecause: z.string().optional(),
  /** an unread page that another try could read: nothing is wrong with the page itself */
  unreadFor: passingCauseSchema.optional(),
  /** what is missing of a page that was read only in part, in plain words */
  inPartBecause: z.string().optional(),
  /** why it is unread, for machines, where it is known */
  unreadCause: unreadCauseSchema.optional(),
  /** how it looks from afar (64 hex digits, `shared/domain/likeness.ts`), where it was read from a picture */
  likeness: z.string().optional(),
  /** the page is private: its words were read and not kept */
  isWithheld: z.boolean().optional(),
});
export type PageReading = z.infer<typeof pageReadingSchema>;

/** What a person should know about a file that was read: text on it that nobody can see, a script, files inside it. */
export const readingFlagSchema = z.enum(['unseen-text', 'script', 'files-inside']);
export type ReadingFlag = z.infer<typeof readingFlagSchema>;

/** Everything one reader saw in one file. `engine` names reader and version, for replay and for the source of a value. */
export const fileReadingSchema = z.object({
  engine: z.string(),
  pages: z.array(pageReadingSchema),
  flags: z.array(readingFlagSchema).optional(),
});
export type FileReading = z.infer<typeof fileReadingSchema>;
