import { z } from 'zod';
import { missingSchema } from './finding.ts';
import { resolvedSchema } from './resolution.ts';
import { staffIdSchema } from './staff.ts';
import { standingWordSchema } from './standing-word.ts';

/** How one person's period stands, as it was last judged. One row for a person and a report year. */
export const personStandingSchema = z.object({
  specialistId: z.string(),
  year: z.number().int(),
  word: standingWordSchema,
  /** sentences, in the order in which they led to the word */
  why: z.array(z.string()),
  /** what has yet to come, the smallest first, in words and amounts */
  missing: z.array(missingSchema),
  /** the last day in time, an extension counted; the period's own last day where none is published; null: nobody can say */
  due: z.string().nullable(),
  /** since when the word is this one */
  since: z.string(),
  /** hash of the programme's pages it was judged by */
  judgedBy: z.string(),
  /** version of the person's row on the roster */
  rosterVersion: z.number().int(),
  /** the next day on which the calendar alone may change it, or begin a new period; null: none */
  nextLookOn: z.string().nullable(),
  /** what a named person said of it; null: nobody did */
  resolved: resolvedSchema.nullable(),
});
export type PersonStanding = z.infer<typeof personStandingSchema>;

/** What of a standing a reader would see. */
const shownSchema = personStandingSchema.pick({ word: true, why: true, missing: true, due: true, resolved: true });
export type StandingShown = z.infer<typeof shownSchema>;

/** Why a person was looked at in depth. */
export const lookCauses = [
  'first-standing',
  'touched',
  'roster-changed',
  'rules-changed',
  'day-has-come',
  'asked-by-hook',
  'turn-of-full-look',
] as const;
export const lookCauseSchema = z.enum(lookCauses);
export type LookCause = z.infer<typeof lookCauseSchema>;

/** One change of a standing: what it was, what it is, and why it was looked at. Never changed after. */
export const standingChangeSchema = z.object({
  specialistId: z.string(),
  year: z.number().int(),
  at: z.string(),
  /** null: there was none before */
  was: shownSchema.nullable(),
  is: shownSchema,
  causes: z.array(lookCauseSchema),
  /** the run of the sweep that found it; null where a named person changed it */
  runId: z.string().nullable(),
  by: staffIdSchema.nullable(),
});
export type StandingChange = z.infer<typeof standingChangeSchema>;

export function shownOf({ word, why, missing, due, resolved }: PersonStanding): StandingShown {
  return { word, why, missing, due, resolved };
}

/** Whether a reader would see a difference; what is only kept for the next look is none. */
export function isSameShown(one: StandingShown, other: StandingShown): boolean {
  const text = (shown: StandingShown) => JSON.stringify(shownSchema.parse(shown));
  return text(one) === text(other);
}
