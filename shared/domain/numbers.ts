import { type CaseFigures, type End, ends } from './case-figures.ts';
import { type ReadFigures, tallied } from './read-figures.ts';
import type { ReasonCode } from './reason.ts';
import type { Share } from './wilson.ts';

/** How a mail left the machine: by itself, over a person, still with the sender, or no case at all. */
export const ways = ['automatic', 'person', 'sender', 'no-case'] as const;
export type Way = (typeof ways)[number];
export type DayCount = { day: string } & Readonly<Record<Way, number>>;

/** What happened to the mails of a period, added up. Every mail is in exactly one count of `now` and of `first`. */
export type Numbers = {
  received: number;
  first: Readonly<Record<End, number>>;
  now: Readonly<Record<End, number>>;
  /** accepted without any person, of all that asked for a decision */
  straightThrough: Share;
  blind: { open: number; machineWasRight: number; wrong: Share };
  reasons: readonly { code: ReasonCode; count: number }[];
  read: readonly ReadFigures[];
  cost: { microdollars: number; pagesBought: number; looksBought: number; mails: number };
  days: readonly DayCount[];
};

/** Nobody asked for anything with these: they are no cases that somebody could have decided. */
const isNoCase = (end: End) => end === 'duplicate' || end === 'not-a-submission';

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
    cost: {
      microdollars: sum((one) => one.microdollars),
      pagesBought: sum((one) => one.pagesBought),
      looksBought: sum((one) => one.looksBought),
      mails: figures.length,
    },
    days: countDays(figures),
  };
}

function countEnds(all: readonly End[]): Readonly<Record<End, number>> {
  const counts = Object.fromEntries(ends.map((end) => [end, 0]));
  for (const end of all) counts[end] = (counts[end] ?? 0) + 1;
  return counts as Record<End, number>;
}

function blindOf(figures: readonly CaseFigures[]): Numbers['blind'] {
  const count = (state: CaseFigures['blind']) => figures.filter(({ blind }) => blind === state).length;
  const [wrong, machineWasRight] = [count('differs'), count('machine-was-right')];
  return { open: count('open'), machineWasRight, wrong: { of: wrong, all: wrong + machineWasRight + count('agrees') } };
}

/** The most frequent first; a mail counts once for each of its reasons. What was accepted at once had none. */
function countReasons(cases: readonly CaseFigures[]): Numbers['reasons'] {
  const counts = new Map<ReasonCode, number>();
  for (const { reasons, first } of cases) {
    if (first !== 'accepted') for (const code of reasons) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}

function countDays(figures: readonly CaseFigures[]): DayCount[] {
  const days = new Map<string, Record<Way, number>>();
  for (const one of figures) {
    const day = one.receivedAt.slice(0, 10);
    const counts = days.get(day) ?? { automatic: 0, person: 0, sender: 0, 'no-case': 0 };
    counts[wayOf(one)] += 1;
    days.set(day, counts);
  }
  return [...days].map(([day, counts]) => ({ day, ...counts })).sort((a, b) => (a.day < b.day ? -1 : 1));
}
