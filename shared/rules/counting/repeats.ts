import { wordsOf } from '../phrase.ts';
import type { CountedCredit } from './counted-credit.ts';

/** What a programme makes of the same training taken twice in one period. */
export type RepeatRule = 'not counted twice' | 'a person decides' | 'counted again';

/**
 * The trainings with repeats marked as the programme wants. The same words of title and provider are the same training; a
 * provider that is not known leaves it open. The first by day stays, whatever the order in which they came.
 */
export function withoutRepeats(credits: readonly CountedCredit[], rule: RepeatRule | null): CountedCredit[] {
  if (rule === 'counted again') return [...credits];
  const ordered = [...credits].sort(byDay);
  return ordered.map((credit, at) => {
    const before = ordered.slice(0, at).filter((each) => each.status !== 'not-counted' && isSameTitle(each, credit));
    if (before.length === 0 || credit.status === 'not-counted') return credit;
    const isCertain = before.some((each) => isSameProvider(each, credit) && each.status === 'counted');
    return { ...credit, status: isCertain && rule === 'not counted twice' ? 'not-counted' : 'undecided' };
  });
}

/** How many trainings of the period came again, for the fact "repeated trainings". */
export function repeatsIn(credits: readonly CountedCredit[]): number {
  return credits.filter((credit, at) => credits.slice(0, at).some((each) => isSameTitle(each, credit))).length;
}

function byDay(one: CountedCredit, other: CountedCredit): number {
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

const keyOf = (credit: CountedCredit) =>
  JSON.stringify([credit.completedOn ?? '9999', credit.status, credit.title, credit.provider, credit]);

function isSameTitle(one: CountedCredit, other: CountedCredit): boolean {
  const [first, second] = [wordsOf(one.title).join(' '), wordsOf(other.title).join(' ')];
  const isOnePaper = one.paper !== null && one.paper === other.paper;
  return first !== '' && first === second && !isOnePaper;
}

function isSameProvider(one: CountedCredit, other: CountedCredit): boolean {
  const [first, second] = [one, other].map(({ provider }) => wordsOf(provider ?? '').join(' '));
  return first !== '' && first === second;
}
