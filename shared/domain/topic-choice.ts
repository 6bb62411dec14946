import { z } from 'zod';
import { bucketSchema } from './credit.ts';

/**
 * What a person of the office said a training is about, once, for one person's year. Kept as it was said: it changes no rule
 * and no list of words, and the next training of that title is decided anew.
 */
export const topicChoiceSchema = z.object({
  title: z.string().min(1),
  provider: z.string().nullable(),
  choice: z.enum([...bucketSchema.options, 'not accepted']),
  /** who said it, by the name they sign in with */
  by: z.string().min(1),
  /** instant */
  at: z.string().min(1),
});
export type TopicChoice = z.infer<typeof topicChoiceSchema>;
