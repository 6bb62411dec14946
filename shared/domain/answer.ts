import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from './ids.ts';
import { wordedBySchema } from './worded-by.ts';

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
  /** refused: the address took no mail, for good. merged: another letter tells it, so this one does not go */
  state: z.enum(['waiting', 'sent', 'refused', 'merged']),
  sentAt: z.string().nullable(),
  /** who is handing it over, and until when nobody else does; left out: nobody */
  sending: z.object({ by: z.string(), until: z.string() }).optional(),
  /** its hour, where the address has heard from us within a day; left out: it goes at once */
  notBefore: z.string().optional(),
  /** the words that go, where the letter tells of several mails; `text` is what it says of its own */
  together: z.string().optional(),
  /** the Message-ID of the letter that tells it in its place */
  toldBy: z.string().optional(),
  /** by which page, in which version; left out where a person wrote it, and in rows of before */
  wordedBy: wordedBySchema.optional(),
  /** in which it is written, where that is not the programme's first */
  language: z.string().optional(),
  /** whose year it tells, "RPSS-0001#2026"; left out where it tells of nobody's */
  about: z.array(z.string()).optional(),
  /** what is wrong with files of its own mail: no other letter says it */
  ofFiles: z.array(z.string()).optional(),
});
export type Answer = z.infer<typeof answerSchema>;

/** What the letter says when it goes. */
export const wordsOf = ({ text, together }: Pick<Answer, 'text' | 'together'>): string => together ?? text;

/** Whether its hour has come; `patience`: one without an hour is in the hands of its own run for so long. */
export function isDue({ notBefore, writtenAt }: Answer, now: string, patienceMs = 0): boolean {
  const from = notBefore === undefined ? Date.parse(writtenAt) + patienceMs : Date.parse(notBefore);
  return from <= Date.parse(now);
}

/** Longer than a relay takes to answer, shorter than it is until somebody looks again: whoever died while sending holds up nothing. */
const sendingMinutes = 4;

/** Who writes this into the answer, where nobody else did, is the only one who sends it. */
export function sendingBy(by: string, now: string): NonNullable<Answer['sending']> {
  return { by, until: new Date(Date.parse(now) + sendingMinutes * 60_000).toISOString() };
}

/** Whose it is to send: nobody's, or theirs who said so and whose time is not over. */
export function senderOf({ sending }: Answer, now: string): string | null {
  return sending !== undefined && sending.until > now ? sending.by : null;
}

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
