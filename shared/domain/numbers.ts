import { z } from 'zod';
import { type CaseFigures, type End, endSchema, ends } from './case-figures.ts';
import { readFiguresSchema, tallied } from './read-figures.ts';
import { reasonCodeSchema } from './reason.ts';
import type { Share } from './wilson.ts';

/** How a mail left the machine: by itself, over a person, still with the sender, or no case at all. */
export const ways = ['automatic', 'person', 'sender', 'no-case'] as const;
export type Way = (typeof ways)[number];

const count = z.number().int().min(0);
const shareSchema = z.object({ of: count, all: count });
const dayCountSchema = z.object({ day: z.string(), automatic: count, person: count, sender: count, 'no-case': count });
export type DayCount = z.infer<typeof dayCountSchema>;

/** Sums that were kept before there was an end of some name have none of it. */
const endCountsSchema = z.preprocess(
  (counts) => (typeof counts === 'object' ? { ...none(), ...counts } : counts),
  z.record(endSchema, count),
);

/** What happened to some mails, added up. Every mail is in exactly one count of `now` and of `first`. */
export const numbersSchema = z.object({
  received: count,
  first: endCountsSchema,
  now: endCountsSchema,
  /** accepted without any person, of all that asked for a decision */
  straightThrough: shareSchema,
  blind: z.object({ open: count, machineWasRight: count, wrong: shareSchema }),
  /** the most frequent first */
  reasons: z.array(z.object({ code: reasonCodeSchema, count })),
  read: z.array(readFiguresSchema),
  /** letters that were written about them */
  letters: count.default(0),
  cost: z.object({ microdollars: count, pagesBought: count, looksBought: count, mails: count }),
  /** in order; days without a mail are left out */
  days: z.array(dayCountSchema),
});
export type Numbers = z.infer<typeof numbersSchema>;

/** Nobody asked for anything with these: they are no cases that somebody could have decided. */
const isNoCase = (end: End) => end === 'duplicate' || end === 'not-a-submission' || end === 'split';

export function wayOf({ first }: Pick<CaseFigures, 'first'>): Way {
  if (isNoCase(first)) return 'no-case';
  if (first === 'accepted') return 'automatic';
  return first === 'needs-sender' ? 'sender' : 'person';
}

export function addUp(figures: readonly CaseFigures[]): Numbers {
  const cases = figures.filter(({ first }) => !isNoCase(first));
  const sum = (of: (one: CaseFigures) => number) => figures.reduce((all, one) => all + of(one), 0);
  return {
    received: figures.length,
    first: countEnds(figures.map(({ first }) => first)),
    now: countEnds(figures.map(({ now }) => now)),
    straightThrough: { of: cases.filter(({ first }) => first === 'accepted').length, all: cases.length },
    blind: blindOf(figures),
    reasons: countReasons(cases),
    read: tallied(figures.flatMap(({ read }) => read)),
    letters: sum(({ letters }) => letters),
    cost: {
      microdollars: sum((one) => one.microdollars),
      pagesBought: sum((one) => one.pagesBought),
      looksBought: sum((one) => one.looksBought),
      mails: figures.length,
    },
    days: countDays(figures),
  };
}

function countEnds(all: readonly End[]): Numbers['now'] {
  const counts = none();
  for (const end of all) counts[end] += 1;
  return counts;
}

const none = (): Record<End, number> => ({
  accepted: 0,
  'needs-review': 0,
  'needs-sender': 0,
  duplicate: 0,
  'not-a-submission': 0,
  quarantined: 0,
  split: 0,
  'set-aside': 0,
});

function blindOf(figures: readonly CaseFigures[]): Numbers['blind'] {
  const count = (state: CaseFigures['blind']) => figures.filter(({ blind }) => blind === state).length;
  const [wrong, machineWasRight] = [count('differs'), count('machine-was-right')];
  return { open: count('open'), machineWasRight, wrong: { of: wrong, all: wrong + machineWasRight + count('agrees') } };
}

/** A mail counts once for each of its reasons. What was accepted at once had none. */
function countReasons(cases: readonly CaseFigures[]): Numbers['reasons'] {
  const doubted = cases.filter(({ first }) => first !== 'accepted');
  return mergeReasons(doubted.flatMap(({ reasons }) => reasons.map((code) => ({ code, count: 1 }))));
}

function countDays(figures: readonly CaseFigures[]): DayCount[] {
  const one = { automatic: 0, person: 0, sender: 0, 'no-case': 0 };
  return mergeDays(figures.map((each) => ({ day: each.receivedAt.slice(0, 10), ...one, [wayOf(each)]: 1 })));
}

/** The numbers of all the mails that these numbers are of, where no mail is in two of them. */
export function merge(parts: readonly Numbers[]): Numbers {
  const sum = (of: (one: Numbers) => number) => parts.reduce((all, one) => all + of(one), 0);
  const sumEnds = (of: (one: Numbers) => Numbers['now']) => {
    const counts = none();
    for (const end of ends) counts[end] = sum((one) => of(one)[end]);
    return counts;
  };
  const sumShare = (of: (one: Numbers) => Share) => ({ of: sum((one) => of(one).of), all: sum((one) => of(one).all) });
  return {
    received: sum(({ received }) => received),
    first: sumEnds(({ first }) => first),
    now: sumEnds(({ now }) => now),
    straightThrough: sumShare(({ straightThrough }) => straightThrough),
    blind: {
      open: sum(({ blind }) => blind.open),
      machineWasRight: sum(({ blind }) => blind.machineWasRight),
      wrong: sumShare(({ blind }) => blind.wrong),
    },
    reasons: mergeReasons(parts.flatMap(({ reasons }) => reasons)),
    read: tallied(parts.flatMap(({ read }) => read)),
    letters: sum(({ letters }) => letters),
    cost: {
      microdollars: sum(({ cost }) => cost.microdollars),
      pagesBought: sum(({ cost }) => cost.pagesBought),
      looksBought: sum(({ cost }) => cost.looksBought),
      mails: sum(({ cost }) => cost.mails),
    },
    days: mergeDays(parts.flatMap(({ days }) => days)),
  };
}

function mergeReasons(all: Numbers['reasons']): Numbers['reasons'] {
  const counts = new Map<Numbers['reasons'][number]['code'], number>();
  for (const { code, count } of all) counts.set(code, (counts.get(code) ?? 0) + count);
  // by code where two are as frequent, so that the order hangs on nothing else
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}

function mergeDays(all: readonly DayCount[]): DayCount[] {
  const days = new Map<string, DayCount>();
  for (const one of all) {
    const sum = days.get(one.day) ?? { day: one.day, automatic: 0, person: 0, sender: 0, 'no-case': 0 };
    for (const way of ways) sum[way] += one[way];
    days.set(one.day, sum);
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
