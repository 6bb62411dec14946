import { z } from 'zod';
import { openMail } from '#shared/mail/open-mail.ts';

const openMailJobSchema = z.object({ raw: z.instanceof(Uint8Array), withSecondOpinion: z.boolean() });

/** Runs in the child: one mail in, what was found out. */
export async function answer(input: unknown): Promise<unknown> {
  const { raw, withSecondOpinion } = openMailJobSchema.parse(input);
  return openMail(raw, { withSecondOpinion });
}
