import { z } from 'zod';
import { fileIdSchema, submissionIdSchema } from './ids.ts';
import { staffIdSchema } from './staff.ts';

/** How long a link to a stranger's file is good for: as long as a browser takes to follow it, and no longer. */
export const downloadSecondsMax = 60;

/** The origin of the files may touch rows that begin so, and no others (infra/aws/lambda-needs.ts). */
export const downloadRows = 'DOWNLOAD#';

/**
 * What one person of the desk may take once, from the origin that hands out strangers' files. The key names the bytes by their
 * hash, so a link is bound to them whatever becomes of the case.
 */
export const downloadSchema = z.object({
  submissionId: submissionIdSchema,
  /** a file of the mail, or the mail itself as it came */
  what: z.union([fileIdSchema, z.literal('mail')]),
  fileKey: z.string(),
  /** as the download is to be called */
  name: z.string().max(200),
  /** who asked for it at the desk */
  staffId: staffIdSchema,
  validUntil: z.string(),
});
export type Download = z.infer<typeof downloadSchema>;

export const isOverdue = ({ validUntil }: Pick<Download, 'validUntil'>, now: string): boolean => now >= validUntil;
