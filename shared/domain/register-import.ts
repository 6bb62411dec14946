import { z } from 'zod';
import { staffIdSchema } from './staff.ts';

export const registerNames = ['roster', 'approved'] as const;
export const registerNameSchema = z.enum(registerNames);
export type RegisterName = z.infer<typeof registerNameSchema>;

/** Changes of identity that may be confirmed in one import: each is looked at by itself. */
export const identityChangesMax = 400;

/** A file that somebody handed over to be imported, known by the hash of its bytes. It is applied in steps. */
export const registerImportSchema = z.object({
  register: registerNameSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  fileName: z.string(),
  by: staffIdSchema,
  at: z.string(),
  state: z.enum(['previewed', 'applying', 'done']),
  /** who confirmed the preview, and the keys whose change of identity they confirmed one by one */
  confirmed: z.object({ by: staffIdSchema, at: z.string(), identity: z.array(z.string()) }).nullable(),
  applied: z.number().int(),
});
export type RegisterImport = z.infer<typeof registerImportSchema>;
