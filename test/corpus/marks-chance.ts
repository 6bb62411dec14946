import { seeded } from '#test/fixtures/make/seeded.ts';

/** Numbers that look drawn by lot and are the same for the same seed. */
export type Chance = {
  between(from: number, to: number): number;
  whole(from: number, to: number): number;
  oneOf<Thing>(things: readonly [Thing, ...Thing[]]): Thing;
  isLikely(share: number): boolean;
  /** bell-shaped, around 0 */
  noise(width: number): number;
};

export function chanceFrom(seed: string): Chance {
  const next = seeded(seed);
  const between = (from: number, to: number) => from + next() * (to - from);
  const whole = (from: number, to: number) => Math.floor(between(from, to + 1));
  return {
    between,
    whole,
    oneOf: (things) => things[whole(0, things.length - 1)] ?? things[0],
    isLikely: (share) => next() < share,
    noise: (width) => (next() + next() + next() + next() - 2) * width,
  };
}
