import { z } from 'zod';
import { deliveryFailureSchema } from '#shared/domain/delivery-failure.ts';
import { reasonSchema } from '#shared/domain/reason.ts';
import { mailFactsSchema } from '#shared/domain/submission.ts';
import type { OpenedMail } from '#shared/ports/mail-opener.ts';

const foundFileSchema = z.object({
  attachment: z.string(),
  mediaType: z.string(),
  bytes: z.instanceof(Uint8Array),
  isDecoration: z.boolean(),
  refused: reasonSchema.nullable(),
});

/** A child that handled a stranger's bytes is a stranger too: its answer is parsed. */
export const openedMailSchema: z.ZodType<OpenedMail> = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('opened'),
    mail: mailFactsSchema,
    files: z.array(foundFileSchema),
    concerns: z.array(reasonSchema),
    failures: z.array(deliveryFailureSchema),
  }),
  z.object({
    outcome: z.literal('refused'),
    quarantine: z.boolean(),
    reason: reasonSchema,
    mail: mailFactsSchema.nullable(),
  }),
]);
