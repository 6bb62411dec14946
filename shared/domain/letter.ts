import { z } from 'zod';
import { wordedBySchema } from './worded-by.ts';

/**
 * waiting: written, and its hour has not come, or the relay did not take it. held: due, and there is nowhere to send it. withdrawn:
 * it was no longer right when its hour came. refused: the relay said no. bounced: it came back.
 */
export const letterStates = ['waiting', 'sent', 'held', 'withdrawn', 'refused', 'bounced'] as const;

/** Why a letter did not go, or came back. */
export const letterFates = [
  'no-address',
  'address-stopped',
  'address-changed',
  'not-active',
  'standing-changed',
  'decided-anew',
  'too-late',
  'refused-by-relay',
  'no-such-address',
  'not-delivered',
  'complained',
] as const;

/**
 * A letter that nobody asked for, to one person, about one report period: one of the schedule, or what a named person decided. Word
 * for word as it goes.
 */
export const letterSchema = z.object({
  specialistId: z.string(),
  year: z.number().int(),
  /** the time of the schedule: "30-days-before-due-day" */
  line: z.string(),
  letter: z.string(),
  /** the number of the decision about the period that it tells; null: it is one of the schedule */
  resolution: z.number().int().nullable().default(null),
  /** the change of a name or an address that it asks about; left out of all others */
  change: z.string().optional(),
  language: z.string(),
  /** what it rests on: when that has changed before its hour, it does not go */
  standing: z.string(),
  missing: z.string(),
  /** the day on which it was meant to go */
  day: z.string(),
  /** when it may go out: one stretch for each day on which it still makes sense and that is not quiet */
  hours: z.array(z.object({ from: z.string(), until: z.string() })).min(1),
  messageId: z.string(),
  /** empty while there is nowhere to send it */
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  /** by which page, in which version; left out in rows of before */
  wordedBy: wordedBySchema.optional(),
  writtenAt: z.string(),
  state: z.enum(letterStates),
  fate: z.enum(letterFates).nullable(),
  sentAt: z.string().nullable(),
});
export type Letter = z.infer<typeof letterSchema>;
export type LetterFate = (typeof letterFates)[number];
