import { z } from 'zod';
import type { Submission } from './submission.ts';

/** A mail of our own, sent to our own inbox to see whether mail gets in. `token` makes each one its own. */
export const canarySchema = z.object({ token: z.string(), sentAt: z.string() });
export type Canary = z.infer<typeof canarySchema>;

/** through: decided as it must be, and in time. The others are what somebody is woken for. */
export type CanaryFate = 'through' | 'late' | 'wrong' | 'lost';

/** A mail is through in two or three minutes. */
const minutesMax = 15;

const subjectWords = 'Canary of the peer credential inbox';
export const subjectOfCanary = ({ token }: Canary): string => `${subjectWords} ${token}`;

/**
 * Is none of the programme's mails, and stands in no figure. Only what was sent by a machine and came to nothing can be one: a
 * stranger who copies the subject hides an automatic mail from a count, and nothing else.
 */
export function isCanaryMail({ mail, outcome }: Submission): boolean {
  if (mail?.isAutomatic !== true || outcome !== 'not-a-submission') return false;
  return mail.subject.startsWith(`${subjectWords} `);
}

export function isOfCanary(canary: Canary, { mail }: Submission): boolean {
  return mail?.subject === subjectOfCanary(canary);
}

/** `arrived` null: nothing of its subject came. */
export function fateOf({ sentAt }: Canary, arrived: Submission | null): CanaryFate {
  if (arrived === null || arrived.filedAt === null) return 'lost';
  if (!isCanaryMail(arrived)) return 'wrong';
  return Date.parse(arrived.filedAt) - Date.parse(sentAt) > minutesMax * 60_000 ? 'late' : 'through';
}
