import { seeded } from '#test/fixtures/make/seeded.ts';

/** Chances that fall the same way each time for the same seed. */
export type Chance = {
  /** from and to are both possible */
  whole(from: number, to: number): number;
  oneOf<Item>(list: readonly Item[]): Item;
  happens(share: number): boolean;
  shuffled<Item>(list: readonly Item[]): Item[];
};

export function chanceOf(seed: string): Chance {
  const dice = seeded(seed);
  const whole = (from: number, to: number) => from + Math.floor(dice() * (to - from + 1));
  return {
    whole,
    oneOf(list) {
      const found = list[whole(0, list.length - 1)];
      if (found === undefined) throw new Error('there is nothing to choose from');
      return found;
    },
    happens: (share) => dice() < share,
    shuffled(list) {
      return list
        .map((item) => ({ item, place: dice() }))
        .sort((one, other) => one.place - other.place)
        .map(({ item }) => item);
    },
  };
}
