import { dayIn } from './calendar.ts';

/** The night begins at two: late enough for what was sent on the last day, early enough for the morning. */
export const nightHour = 2;

/**
 * Whether a sweep is due: none that came to its end is about the day whose night began last, or a later one. `lastDay` is the day of the
 * newest one; null: there was none yet.
 */
export function isNightDue({
  now,
  timeZone,
  lastDay,
}: {
  now: string;
  timeZone: string;
  lastDay: string | null;
}): boolean {
  const nightOf = dayIn(timeZone, new Date(Date.parse(now) - nightHour * 3_600_000).toISOString());
  return lastDay === null || lastDay < nightOf;
}
