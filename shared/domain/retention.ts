import { z } from 'zod';
import { submissionIdSchema } from './ids.ts';
import { staffIdSchema } from './staff.ts';

/**
 * What can be destroyed by a period. Letters, decisions, corrections, ledgers and the audit trail are rows that prove what was
 * done: no period destroys them.
 */
export const retentionClasses = ['raw-mail', 'documents', 'readings', 'pictures', 'ordered-away'] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/** From the end of the year it came in, which is never before the end of the year it reports; or from the order to destroy it. */
const periodSchema = z.union([
  z.strictObject({ years: z.number().int().min(1).max(100) }),
  z.strictObject({ days: z.number().int().min(0).max(36_500) }),
]);
export type Period = z.infer<typeof periodSchema>;

/** null: nobody has said how long, so it is kept. */
export const retentionSchema = z.strictObject({
  'raw-mail': periodSchema.nullable(),
  documents: periodSchema.nullable(),
  readings: periodSchema.nullable(),
  pictures: periodSchema.nullable(),
  'ordered-away': periodSchema.nullable(),
});
export type Retention = z.infer<typeof retentionSchema>;

/** The first day on which it may go. `from`: the day that the period is counted from. */
export function dueAfter(period: Period, from: string): string {
  const day = new Date(`${from.slice(0, 10)}T00:00:00.000Z`);
  if ('years' in period) day.setUTCFullYear(day.getUTCFullYear() + period.years);
  else day.setUTCDate(day.getUTCDate() + period.days);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

export function periodInWords(period: Period | null): string {
  if (period === null) return 'no period is set: kept';
  const [number, unit] = 'years' in period ? [period.years, 'year'] : [period.days, 'day'];
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/** Nothing of this case is destroyed while it holds. */
export const holdSchema = z.object({
  submissionId: submissionIdSchema,
  reference: z.string(),
  reason: z.string().min(1).max(1000),
  by: staffIdSchema,
  at: z.string(),
  lifted: z.object({ by: staffIdSchema, at: z.string(), reason: z.string().min(1).max(1000) }).nullable(),
});
export type Hold = z.infer<typeof holdSchema>;

/** By which period something goes; or because two people of security ordered it for a mail that was held back. */
const disposalRules = [...retentionClasses, 'quarantined'] as const;
export type DisposalRule = (typeof disposalRules)[number];
const disposedObjectSchema = z.object({ rule: z.enum(disposalRules), key: z.string() });
const disposalCaseSchema = z.object({
  submissionId: submissionIdSchema,
  reference: z.string(),
  objects: z.array(disposedObjectSchema),
});
export type DisposalCase = z.infer<typeof disposalCaseSchema>;

const signedSchema = z.object({ by: staffIdSchema, at: z.string() });
/** What a lock of the store keeps from being ended yet; until null: not before somebody lifts it. */
const waitingSchema = z.object({ key: z.string(), until: z.string().nullable() });

/**
 * A list that the machine proposes, two people agree to, and a night carries out; afterwards it is the log of what is gone. `waiting`:
 * carried out but for what is locked, of which each night looks whether the lock is over.
 */
export const disposalSchema = z.object({
  disposalId: z.string(),
  proposedAt: z.string(),
  periods: retentionSchema,
  cases: z.array(disposalCaseSchema),
  state: z.enum(['proposed', 'approved', 'agreed', 'waiting', 'refused', 'done']),
  approved: signedSchema.nullable(),
  second: signedSchema.nullable(),
  refused: signedSchema.nullable(),
  doneAt: z.string().nullable(),
  /** what the night left after all, and why */
  kept: z.array(z.object({ key: z.string(), why: z.enum(['held', 'needed', 'not-due']) })),
  waiting: z.array(waitingSchema).default([]),
});
export type Disposal = z.infer<typeof disposalSchema>;
export type WaitingObject = z.infer<typeof waitingSchema>;

/** Whether it is worth asking again if a lock is over. */
export const mayBeOver = ({ until }: WaitingObject, now: string): boolean => until === null || until <= now;
