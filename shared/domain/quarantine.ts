import { z } from 'zod';
import { submissionIdSchema } from './ids.ts';
import { staffIdSchema } from './staff.ts';

const signedSchema = z.object({ by: staffIdSchema, at: z.string() });

/** Read it after all, or let it be destroyed. */
const quarantineActionSchema = z.enum(['release', 'destroy']);
export type QuarantineAction = z.infer<typeof quarantineActionSchema>;

/** What one person of security wants done with a mail that was held back. It is done when a second, other one agrees. */
export const quarantineOrderSchema = z.object({
  submissionId: submissionIdSchema,
  reference: z.string(),
  number: z.number().int().min(1),
  action: quarantineActionSchema,
  reason: z.string().min(1).max(1000),
  ...signedSchema.shape,
  second: signedSchema.nullable(),
  refused: signedSchema.nullable(),
});
export type QuarantineOrder = z.infer<typeof quarantineOrderSchema>;

export const isUnanswered = ({ second, refused }: QuarantineOrder): boolean => second === null && refused === null;

/** What two people agreed to, on the row of the mail itself. */
export const agreedOrderSchema = z.object({ action: quarantineActionSchema, by: staffIdSchema, second: signedSchema });
