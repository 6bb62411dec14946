import { z } from 'zod';

/**
 * How a person's period stands. `inactive` and `closed` come from a named person (or, for inactive, from the roster, which is
 * the office's own), never from a sweep; `cannot-tell` where the pages or the roster do not say enough.
 */
export const standingWords = [
  'not-yet-due',
  'nothing-received',
  'in-progress',
  'documents-incomplete',
  'in-review',
  'met',
  'past-deadline-unresolved',
  'inactive',
  'closed',
  'cannot-tell',
] as const;
export const standingWordSchema = z.enum(standingWords);
export type StandingWord = z.infer<typeof standingWordSchema>;

/** Nothing more is expected of these by themselves: they stand in no list of work. */
const settledWords: ReadonlySet<StandingWord> = new Set(['not-yet-due', 'met']);
export const isListed = (word: StandingWord): boolean => !settledWords.has(word);

/** A report is still expected, and the last day has not passed. */
export const openWords = ['nothing-received', 'in-progress', 'documents-incomplete'] as const;
