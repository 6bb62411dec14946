import type { Person } from '#test/fixtures/make/people.ts';
import { type Chance, chanceOf } from '../world/chance.ts';
import { employers, peopleOf } from '../world/people.ts';
import type { Story } from '../world/story.ts';
import { batchOf, invitation } from './by-employers.ts';
import * as inOrder from './in-order.ts';
import type { Life } from './on-paper.ts';
import * as withAGap from './with-a-gap.ts';

type Habit = { readonly ofThousand: number; readonly live: (life: Life) => Story };

/** How a programme's people send their papers. Who is left of a thousand sends all of it in December. */
const habits: readonly Habit[] = [
  { ofThousand: 110, live: inOrder.early },
  { ofThousand: 170, live: inOrder.autumn },
  { ofThousand: 25, live: inOrder.lastEvening },
  { ofThousand: 70, live: inOrder.inParts },
  { ofThousand: 35, live: inOrder.twice },
  { ofThousand: 30, live: inOrder.away },
  { ofThousand: 20, live: inOrder.asksFirst },
  { ofThousand: 30, live: inOrder.otherAddress },
  { ofThousand: 8, live: inOrder.unproved },
  { ofThousand: 45, live: inOrder.silent },
  { ofThousand: 50, live: inOrder.afterReminder },
  { ofThousand: 8, live: inOrder.gone },
  { ofThousand: 35, live: inOrder.late },
  { ofThousand: 12, live: inOrder.link },
  { ofThousand: 60, live: withAGap.missingPage },
  { ofThousand: 20, live: withAGap.givesUp },
  { ofThousand: 40, live: withAGap.unsigned },
  { ofThousand: 10, live: withAGap.lockedFile },
  { ofThousand: 20, live: withAGap.noForm },
  { ofThousand: 30, live: withAGap.ethicsShort },
  { ofThousand: 20, live: withAGap.guidanceAtOnce },
  { ofThousand: 15, live: withAGap.guidanceWhenAsked },
  { ofThousand: 25, live: withAGap.jobTraining },
  { ofThousand: 20, live: withAGap.stateEthics },
  { ofThousand: 15, live: withAGap.colleagues },
  { ofThousand: 15, live: withAGap.lastYears },
  { ofThousand: 45, live: withAGap.firstYear },
];

const shareInBatches = 0.06;
const invitationsOfThousand = 12;

/** A roster and what everybody on it does in the year. The same seed, number and year give the same. */
export function worldOf(seed: string, count: number, year: number): { people: Person[]; stories: Story[] } {
  const roster = peopleOf(seed, count, year);
  const chance = chanceOf(`${seed} habits`);
  const batches = batchesOf(roster, chance);
  const inBatch = new Set(batches.flat());
  const alone = roster.filter((person) => !inBatch.has(person));
  const around = { chance, year, roster };
  const stories = [
    ...batches.map((people) => batchOf(people, around)),
    ...dealt(alone.length, chance).map((live, i) => live({ person: alone[i] ?? missing(), ...around })),
    ...Array.from({ length: Math.ceil((count * invitationsOfThousand) / 1000) }, (_each, i) => invitation(i, around)),
  ];
  const told = new Map(stories.flatMap(({ people }) => people.map((person) => [person.specialistId, person] as const)));
  return { people: roster.map((person) => told.get(person.specialistId) ?? person), stories };
}

function missing(): never {
  throw new Error('there are more habits than people');
}

/** Groups of three to five people of one employer. */
function batchesOf(roster: readonly Person[], chance: Chance): Person[][] {
  const batches: Person[][] = [];
  let left = Math.round(roster.length * shareInBatches);
  for (const employer of chance.shuffled(employers)) {
    const own = roster.filter((person) => person.employer === employer.name);
    while (left >= 3 && own.length >= 3 && own.length > roster.length / 12) {
      const batch = own.splice(0, chance.whole(3, 5));
      batches.push(batch);
      left -= batch.length;
    }
  }
  return batches;
}

/** Every habit at least once where there are people enough, so that a small run shows them all. */
function dealt(count: number, chance: Chance): Habit['live'][] {
  const each = habits.flatMap(({ live, ofThousand }) => {
    const share = Math.max(count >= habits.length ? 1 : 0, Math.round((count * ofThousand) / 1000));
    return Array.from({ length: share }, () => live);
  });
  const rest = Array.from({ length: Math.max(0, count - each.length) }, () => inOrder.december);
  return chance.shuffled([...each, ...rest]).slice(0, count);
}
