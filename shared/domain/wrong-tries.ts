import { z } from 'zod';

/** Wrong passwords in a row, for one name or for the whole desk. */
export const wrongTriesSchema = z.object({ count: z.number().int(), lastAt: z.string() });
export type WrongTries = z.infer<typeof wrongTriesSchema>;
export const noTries: WrongTries = { count: 0, lastAt: '1970-01-01T00:00:00.000Z' };

/** After so many the waiting begins: three slips of a name, thirty of an office on a Monday. */
const free = { name: 3, desk: 30 } as const;
/** Nobody is ever locked out: the longest wait is one that a person sits through. */
const secondsMax = { name: 30, desk: 4 } as const;
/** After a quiet while the count begins anew. */
const forgottenAfterMinutes = 30;

/** Seconds until the next try is looked at; 0 when it is looked at now. */
export function secondsToWait(tries: WrongTries, of: keyof typeof free, now: string): number {
  const over = fadedCount(tries, now) - free[of];
  if (over < 0) return 0;
  const wait = Math.min(2 ** (over + 1), secondsMax[of]);
  return Math.max(0, Math.ceil(wait - (Date.parse(now) - Date.parse(tries.lastAt)) / 1_000));
}

/** Counted before the password is looked at, so that tries side by side count too. */
export function oneMore(tries: WrongTries, now: string): WrongTries {
  return { count: fadedCount(tries, now) + 1, lastAt: now };
}

function fadedCount({ count, lastAt }: WrongTries, now: string): number {
  return Date.parse(now) - Date.parse(lastAt) < forgottenAfterMinutes * 60_000 ? count : 0;
}
