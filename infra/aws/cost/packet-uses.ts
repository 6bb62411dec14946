import { z } from 'zod';

/** What one mail, or one page more of it, uses of AWS. A page more may use less of something than one before it. */
export const usesSchema = z.strictObject({
  /** states entered by the intake machine, as Step Functions bills them */
  transitions: z.number(),
  /** Lambdas called */
  calls: z.number(),
  /** of a processor of 1,769 MB, without waiting for others */
  processorSeconds: z.number(),
  /** questions to the store and to the files, each of which is waited for */
  storeCalls: z.number(),
  fileCalls: z.number(),
  readUnits: z.number(),
  writeUnits: z.number(),
  filesPut: z.number(),
  filesRead: z.number(),
  mailKilobytes: z.number(),
  kilobytesKept: z.number(),
  filesScanned: z.number(),
  kilobytesScanned: z.number(),
  /** rows that stay, with their copies in indexes */
  rowKilobytes: z.number(),
  /** pages that Textract reads for their words */
  pagesRead: z.number(),
  /** dollars for looking again, only at what is in doubt */
  lookDollars: z.number(),
  answers: z.number(),
});
export type PacketUses = z.infer<typeof usesSchema>;

export const packetUsesSchema = z.strictObject({
  measuredOn: z.iso.date(),
  /** a mail with a form of one page, before any further page */
  mail: usesSchema,
  digitalPage: usesSchema,
  scannedPage: usesSchema,
});
