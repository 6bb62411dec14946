import { z } from 'zod';

/** What the watchman looks at. Each has a section of the runbook, and on AWS an alarm. */
export const watchCodes = [
  'mail-untaken',
  'case-stuck',
  'settling-too-long',
  'lease-lost',
  'outbox-old',
  'odd-mails',
  'clock-skew',
  'run-failed',
  'queue-late',
  'case-waiting',
  'reading-drift',
  'not-conserved',
  'audit-chain',
  'night-missed',
  'sweep-finding',
] as const;
export type WatchCode = (typeof watchCodes)[number];

/** Those that read much: once a night. The others are looked at every quarter of an hour. */
const nightly: ReadonlySet<WatchCode> = new Set([
  'queue-late',
  'case-waiting',
  'reading-drift',
  'not-conserved',
  'audit-chain',
]);
export const isNightly = (code: WatchCode): boolean => nightly.has(code);

/** What only the host of one machine can look at: in the cloud others look, or it cannot happen. */
export const ofOneMachine: ReadonlySet<WatchCode> = new Set(['run-failed', 'clock-skew']);

/** A run that failed is what the alarm of the machine on AWS is about: one section for both. */
const sections: ReadonlyMap<WatchCode, string> = new Map([['run-failed', 'notfiled']]);
/** The heading of its section in shared/docs/runbook.md, as it stands in an address after the hash. */
export const runbookSectionOf = (code: WatchCode): string => sections.get(code) ?? code;

/**
 * fine, found: looked at. cannot-tell: too little is known to say. not-built: nothing looked at it in a report of an older version.
 * elsewhere: the cloud's own alarms look at it.
 */
export const watchStates = ['fine', 'found', 'cannot-tell', 'not-built', 'elsewhere'] as const;
export type WatchState = (typeof watchStates)[number];

/** What one check said. `about` names the first ones: references, ids, days, fields; `count` says how many there are. */
export const checkedSchema = z.object({
  code: z.enum(watchCodes),
  state: z.enum(watchStates),
  inWords: z.string(),
  about: z.array(z.string()),
  count: z.number().int().min(0),
  /** when it was looked at: the nightly ones are older than the rest */
  at: z.string(),
});
export type Checked = z.infer<typeof checkedSchema>;
export type Check = Omit<Checked, 'code' | 'at'>;

export const watchReportSchema = z.object({ at: z.string(), checks: z.array(checkedSchema) });
export type WatchReport = z.infer<typeof watchReportSchema>;

/** More would not be read; the count says how many there are. */
const namedMax = 20;

export const fine = (inWords: string): Check => ({ state: 'fine', inWords, about: [], count: 0 });
export const cannotTell = (inWords: string): Check => ({ state: 'cannot-tell', inWords, about: [], count: 0 });
export const found = (inWords: string, about: readonly string[], count = about.length): Check => {
  return { state: 'found', inWords, about: about.slice(0, namedMax), count };
};

/** Nothing of these, or so many of them, in a sentence. */
export function foundOrFine(about: readonly string[], words: { one: string; many: string; none: string }): Check {
  if (about.length === 0) return fine(words.none);
  return found(about.length === 1 ? `One ${words.one}.` : `${about.length} ${words.many}.`, about);
}

export const minutesBefore = (now: string, minutes: number): string =>
  new Date(Date.parse(now) - minutes * 60_000).toISOString();
