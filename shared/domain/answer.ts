import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from './ids.ts';

/** The one answer to a mail, and how far it got. */
export const answerSchema = z.object({
  messageId: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  inReplyTo: z.string().nullable(),
  references: z.array(z.string()),
  /** when it was written; one that still waits long after is sent by the sweep of waiting answers */
  writtenAt: z.string(),
  /** refused: the address took no mail, for good */
  state: z.enum(['waiting', 'sent', 'refused']),
  sentAt: z.string().nullable(),
});
export type Answer = z.infer<typeof answerSchema>;

/** The Message-ID of the answer to a mail, or of the letter of one decision about it. `domain` is that of the office. */
export function messageIdOf(answered: SubmissionId, decision: number | null, domain: string): string {
  return `answer.${answered}${decision === null ? '' : `.${decision}`}@${domain}`;
}

/** Which mails of ours somebody answers, by the Message-IDs that their mail refers to. */
export function answeredIn(references: readonly string[]): SubmissionId[] {
  const ids = references.flatMap((reference) => {
    const [, id] = /^<?answer\.(sub_[0-9a-z]+)(?:\.\d+)?@/.exec(reference) ?? [];
    const parsed = submissionIdSchema.safeParse(id);
    return parsed.success ? [parsed.data] : [];
  });
  return [...new Set(ids)];
}
