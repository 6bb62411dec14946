import { z } from 'zod';
import { lookCauseSchema } from './person-standing.ts';
import { standingWordSchema } from './standing-word.ts';

/** `2026-12-31.01`: the day it is about where the programme lives, and the how many-th run of that day. */
export const sweepRunIdSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d{2,3}$/);

/** Read and write units as DynamoDB would bill them on demand. Half a read unit is the least that is read. */
export const storeUnitsSchema = z.object({ read: z.number(), written: z.number() });
export type StoreUnits = z.infer<typeof storeUnitsSchema>;

/**
 * What a run found that a person of the office should know. `code` has a place in the runbook; `about` names it (a
 * specialistId and year, a reference, a day), `count` how many there are where not each one is listed.
 */
export const sweepFindingSchema = z.object({
  code: z.string().regex(/^[a-z-]+$/),
  about: z.array(z.string()),
  count: z.number().int(),
  inWords: z.string(),
});
export type SweepFinding = z.infer<typeof sweepFindingSchema>;

const countsSchema = z.object({
  /** people that were walked past, and those of them who were looked at in depth */
  walked: z.number().int(),
  looked: z.number().int(),
  /** looks by their cause; a look may have several */
  causes: z.partialRecord(lookCauseSchema, z.number().int()),
  /** standings that are there after the walk, by year and word */
  words: z.record(z.string(), z.partialRecord(standingWordSchema, z.number().int())),
  /** standings that a reader sees changed, by the new word */
  changed: z.partialRecord(standingWordSchema, z.number().int()),
  /** writes of the hooks, by the hook's name */
  beside: z.partialRecord(z.string(), z.number().int()),
});
export type SweepCounts = z.infer<typeof countsSchema>;

/** How far a run is in one segment. `cursor` is the last person that is done; everything before it is, too. */
export const sweepProgressSchema = z.object({
  runId: sweepRunIdSchema,
  segment: z.string(),
  cursor: z.string().nullable(),
  isDone: z.boolean(),
  /** by the clock: whoever starts the night again sees whether somebody is at work on it */
  movedAt: z.string().nullable().default(null),
  counts: countsSchema,
  units: storeUnitsSchema,
  findings: z.array(sweepFindingSchema),
});
export type SweepProgress = z.infer<typeof sweepProgressSchema>;

export const sweepRunSchema = z.object({
  runId: sweepRunIdSchema,
  /** the day by which it judges */
  day: z.string(),
  /** the instant that stands in every row the run writes, so that a run which was cut off and goes on writes the same */
  at: z.string(),
  /** nights before this one that nobody swept: this run judges for them too */
  missedDays: z.array(z.string()),
  rulesSha256: z.string(),
  finishedAt: z.string().nullable(),
  /** people on the roster by its own list; null until the end */
  onRoster: z.number().int().nullable(),
  counts: countsSchema,
  units: storeUnitsSchema,
  /** in US dollars at `storePrices` */
  dollars: z.number(),
  findings: z.array(sweepFindingSchema),
});
export type SweepRun = z.infer<typeof sweepRunSchema>;

export const noCounts: SweepCounts = { walked: 0, looked: 0, causes: {}, words: {}, changed: {}, beside: {} };
export const noUnits: StoreUnits = { read: 0, written: 0 };

export function addCounts(one: SweepCounts, other: SweepCounts): SweepCounts {
  const years = [...new Set([...Object.keys(one.words), ...Object.keys(other.words)])].sort();
  return {
    walked: one.walked + other.walked,
    looked: one.looked + other.looked,
    causes: addTallies(one.causes, other.causes),
    words: Object.fromEntries(years.map((year) => [year, addTallies(one.words[year] ?? {}, other.words[year] ?? {})])),
    changed: addTallies(one.changed, other.changed),
    beside: addTallies(one.beside, other.beside),
  };
}

export const addUnits = (one: StoreUnits, other: StoreUnits): StoreUnits => {
  return { read: one.read + other.read, written: one.written + other.written };
};

type Tally<Name extends string> = Partial<Record<Name, number>>;

/** In the order of the names, so that the same counts are the same text however they were added up. */
function addTallies<Name extends string>(one: Tally<Name>, other: Tally<Name>): Tally<Name> {
  const sum: Tally<Name> = {};
  const names = new Set<Name>();
  for (const tally of [one, other]) for (const name in tally) names.add(name);
  for (const name of [...names].sort()) sum[name] = (one[name] ?? 0) + (other[name] ?? 0);
  return sum;
}
