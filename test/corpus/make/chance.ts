import { type Dice, seeded } from '#test/fixtures/make/seeded.ts';

/** Choices from one seed: the same seed makes the same document every time. */
export type Chance = {
  readonly dice: Dice;
  pick<Item>(items: readonly Item[]): Item;
  /** true in `share` of the cases */
  is(share: number): boolean;
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  some<Item>(items: readonly Item[], count: number): Item[];
  /** roughly normal, around 0, mostly between -2 and 2 */
  spread(): number;
};

export function chanceOf(seed: string): Chance {
  const dice = seeded(seed);
  const between = (low: number, high: number) => low + dice() * (high - low);
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[whole(0, items.length - 1)];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  };
  const some = <Item>(items: readonly Item[], count: number): Item[] => {
    const left = [...items];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(whole(0, left.length - 1), 1)).flat();
  };
  return {
    ...{ dice, between, whole, pick, some },
    is: (share) => dice() < share,
    spread: () => (dice() + dice() + dice() + dice() - 2) * 1.7,
  };
}
