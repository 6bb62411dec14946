/** Where a message stands that was not let through yet. */
export type Waited = { since: string; times: number };

/** Nothing waits longer to be put back: SQS delays a message by a quarter of an hour at most. */
const longestSeconds = 900;
const firstSeconds = 15;

/**
 * So long a message may be held back and count as no failure. What is held back for longer is no flood any more: it comes again as
 * one that failed, and after its last try lies in the dead letters, where a person sees it.
 */
export const pacedHoursMax = 12;

/** Full jitter: who was held back together would come back together after the same wait. `chance` is from 0 to 1. */
export function secondsUntilAgain({ times }: Waited, chance: number): number {
  return Math.ceil(chance * Math.min(longestSeconds, firstSeconds * 2 ** Math.min(times, 10)));
}

export const secondsWaited = ({ since }: Waited, now: string): number =>
  Math.max(0, Math.round((Date.parse(now) - Date.parse(since)) / 1000));

/** A time that cannot be read is no time that passed: it is taken as over. */
export function mayBePutBack(waited: Waited, now: string): boolean {
  return secondsWaited(waited, now) < pacedHoursMax * 3600;
}
