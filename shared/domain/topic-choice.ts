import { z } from 'zod';
import { staffIdSchema } from './staff.ts';
import { providerWords, titleWords } from './training-words.ts';

/** What a reviewer may choose beside the programme's own buckets. */
export const notAccepted = 'not accepted';

/**
 * What a person of the office said a training is about, once, for one person's year. Kept as it was said: it changes no rule
 * and no list of words, and the next training of that title is decided anew.
 */
export const topicChoiceSchema = z.object({
  /** id of the programme whose buckets these are */
  programme: z.string().min(1),
  title: z.string().min(1),
  provider: z.string().nullable(),
  /** one of the programme's buckets, or `not accepted` */
  choice: z.string().min(1),
  /** the reviewer's reason, in their words */
  because: z.string().min(1).max(1_000),
  by: staffIdSchema,
  /** instant */
  at: z.string().min(1),
});
export type TopicChoice = z.infer<typeof topicChoiceSchema>;

/** What makes two choices be about the same training: the words of title and provider, however they are written. */
export function trainingKey({ title, provider }: { title: string; provider: string | null }): string {
  return JSON.stringify([titleWords(title).join(' '), providerWords(provider ?? '').join(' ')]);
}
