/** So many of so many. */
export type Share = { of: number; all: number };
export type Interval = { low: number; high: number };

/** 95 of 100 intervals made like this hold the true share. */
const z = 1.96;

/**
 * Between which shares the true one lies, by Wilson's score: honest also for few cases and for shares near 0 or 1, where
 * the common formula says "0 to 0". Null where nothing was looked at: then nothing is known.
 */
export function wilson({ of, all }: Share): Interval | null {
  if (all <= 0) return null;
  const share = of / all;
  const weight = 1 + (z * z) / all;
  const centre = (share + (z * z) / (2 * all)) / weight;
  const reach = (z / weight) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all));
  // what was seen always lies inside; rounding alone could push it out at 0 and at 1
  return { low: Math.min(share, Math.max(0, centre - reach)), high: Math.max(share, Math.min(1, centre + reach)) };
}
