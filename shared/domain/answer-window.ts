import { z } from 'zod';
import { submissionIdSchema } from './ids.ts';

/** What an address has been told, or is going to be. */
export const answerWindowSchema = z.object({
  /** when the newest letter to it went, or will go */
  at: z.string(),
  /** the mails that a letter tells of which has not gone yet, the oldest first; the letter is the last one's */
  waiting: z.array(submissionIdSchema),
});
export type AnswerWindow = z.infer<typeof answerWindowSchema>;

const dayMs = 24 * 60 * 60 * 1000;
/** So near its hour a letter may be on its way already. */
const handsOffMs = 60_000;
/** A letter about more than these would be read by nobody: the rest waits for the next one. */
const mailsInLetterMax = 20;

/** When an answer that is ready may go: null, at once. `joins`: the mails whose waiting letter it becomes part of. */
export type Turn = { notBefore: string | null; joins: AnswerWindow['waiting'] };

/** At most one letter goes to an address in a day. What is ready meanwhile waits, and goes as one. */
export function turnOf(window: AnswerWindow | null, now: string): Turn {
  if (window === null) return { notBefore: null, joins: [] };
  const [last, instant] = [Date.parse(window.at), Date.parse(now)];
  if (instant - last >= dayMs) return { notBefore: null, joins: [] };
  const isOpen = last - instant > handsOffMs && window.waiting.length > 0 && window.waiting.length < mailsInLetterMax;
  if (isOpen) return { notBefore: window.at, joins: window.waiting };
  return { notBefore: new Date(last + dayMs).toISOString(), joins: [] };
}

/** Whether the address hears something in the day around now: who wrote without papers is then told nothing more. */
export const hearsToday = (window: AnswerWindow | null, now: string): boolean => turnOf(window, now).notBefore !== null;
