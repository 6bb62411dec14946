import { z } from 'zod';
import { submissionIdSchema } from './ids.ts';
import { staffIdSchema } from './staff.ts';

/** Why no reminder goes to an address any more. */
export const stopCauses = ['no-such-address', 'came-back-twice', 'complained', 'asked-to-stop'] as const;
export type StopCause = (typeof stopCauses)[number];

/**
 * That no reminder goes to one address of one person. It speaks of the address: another one on the roster is not stopped. `over` is
 * who said that this one may be written to again, and why.
 */
export const mailStopSchema = z.object({
  specialistId: z.string(),
  address: z.string(),
  cause: z.enum(stopCauses),
  /** what the other side said, as a code such as 5.1.1; empty when it said none */
  status: z.string(),
  at: z.string(),
  by: z.union([z.literal('machine'), staffIdSchema]),
  over: z.object({ by: staffIdSchema, at: z.string(), reason: z.string() }).nullable(),
});
export type MailStop = z.infer<typeof mailStopSchema>;

/** Somebody wrote "stop": a person of the office says what becomes of it. */
export const stopRequestSchema = z.object({
  specialistId: z.string(),
  address: z.string(),
  submissionId: submissionIdSchema,
  at: z.string(),
  state: z.enum(['open', 'stopped', 'dismissed']),
  by: staffIdSchema.nullable(),
  decidedAt: z.string().nullable(),
});
export type StopRequest = z.infer<typeof stopRequestSchema>;

export const sameAddress = (one: string, other: string) => plainAddress(one) === plainAddress(other);
export const plainAddress = (address: string) => address.trim().toLowerCase();

const stopWords =
  /^(?:please )?(?:stop|unsubscribe|opt out|no more (?:e-?mails?|mails?|letters?|notes?|reminders?)|stop (?:e-?mailing|sending|writing)(?: me)?(?: (?:these|this|e-?mails?|letters?|notes?|reminders?))*|(?:por favor )?(?:alto|pare|parar|basta|no m[aá]s (?:correos?|notas?|cartas?)|no me escriban(?: m[aá]s)?|darme de baja|cancelar)|remove me)(?: please| por favor)?$/;

/**
 * Whether the first words somebody wrote ask for no more letters. Only a short note is: within a longer text the same word may
 * mean anything, and a person reads that one anyway.
 */
export function asksToStop(subject: string, bodyText: string): boolean {
  const lines = bodyText.split('\n').map(plainWords);
  const first = lines.find((line) => line !== '') ?? '';
  const isQuoteOrEmpty = first === '' || /^(?:on .* wrote|el .* escribi)/.test(first);
  if (isQuoteOrEmpty) return stopWords.test(plainWords(subject.replace(/^(?:\s*(?:re|fwd?|rv)\s*:)+/i, '')));
  return stopWords.test(first);
}

const plainWords = (line: string) =>
  line.startsWith('>')
    ? ''
    : line
        .toLowerCase()
        .replace(/[^\p{L}\p{N}-]+/gu, ' ')
        .trim();
