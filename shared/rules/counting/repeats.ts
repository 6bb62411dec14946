import { wordsOf } from '#shared/domain/training-words.ts';
import { attributes, type CountedCredit } from './counted-credit.ts';
import type { Span } from './measure.ts';

/** What a programme makes of the same training taken twice in one period. */
export type RepeatRule = 'not counted twice' | 'a person decides' | 'counted again';

/**
 * The trainings with repeats marked as the programme wants. The same words of title and provider are the same training; a
 * provider that is not known leaves it open. The longest that is counted stays, then the first by day, whatever the order in
 * which they came: sending a paper more must not cost hours. Where the two are not of one kind, or one is with a person still,
 * a person says which of them counts. What lies outside the period is no repeat.
 */
export function withoutRepeats(
  credits: readonly CountedCredit[],
  rule: RepeatRule | null,
  period: Span | null = null,
): CountedCredit[] {
  if (rule === 'counted again') return [...credits];
  const mayCount = (each: CountedCredit) => each.status !== 'not-counted' && !isOutside(each, period);
  const ordered = [...credits.keys()].sort((a, b) => bestFirst(credits[a], credits[b]));
  return credits.map((credit, at) => {
    const better = ordered.slice(0, ordered.indexOf(at)).flatMap((place) => credits[place] ?? []);
    const before = better.filter((each) => mayCount(each) && isSameTitle(each, credit));
    if (before.length === 0 || !mayCount(credit)) return credit;
    const isCertain = before.some((each) => isSameProvider(each, credit) && isLessOf(credit, each));
    const status: CountedCredit['status'] = isCertain && rule === 'not counted twice' ? 'not-counted' : 'undecided';
    return { ...credit, status };
  });
}

/** How many trainings of the period came again, for the fact "repeated trainings". */
export function repeatsIn(credits: readonly CountedCredit[]): number {
  return credits.filter((credit, at) => credits.slice(0, at).some((each) => isSameTitle(each, credit))).length;
}

function isOutside({ completedOn }: CountedCredit, period: Span | null): boolean {
  if (completedOn === null || period === null) return false;
  return completedOn < period.start || period.lastDay < completedOn;
}

/** Both counted, their hours known, and alike in all that a measure may ask: the shorter adds nothing. */
function isLessOf(credit: CountedCredit, longer: CountedCredit): boolean {
  const kindOf = (each: CountedCredit) =>
    JSON.stringify(Object.entries(attributes).map(([name, valuesOf]) => (name === 'provider' ? null : valuesOf(each))));
  const areCounted = credit.status === 'counted' && longer.status === 'counted';
  return areCounted && credit.hours !== null && longer.hours !== null && kindOf(credit) === kindOf(longer);
}

/** What is counted before what is with a person; the longest first, those of unknown length last. */
function bestFirst(one: CountedCredit | undefined, other: CountedCredit | undefined): number {
  if (!one || !other) return 0;
  const [first, second] = [one, other].map(({ status }) => (status === 'counted' ? 0 : 1));
  const longer = (other.hours ?? -1) - (one.hours ?? -1);
  return (first ?? 0) - (second ?? 0) || longer || (keyOf(one) < keyOf(other) ? -1 : 1);
}

const keyOf = (credit: CountedCredit) =>
  JSON.stringify([credit.completedOn ?? '9999', credit.title, credit.provider, credit]);

function isSameTitle(one: CountedCredit, other: CountedCredit): boolean {
  const [first, second] = [wordsOf(one.title).join(' '), wordsOf(other.title).join(' ')];
  const isOnePaper = one.paper !== null && one.paper === other.paper;
  return first !== '' && first === second && !isOnePaper;
}

function isSameProvider(one: CountedCredit, other: CountedCredit): boolean {
  const [first, second] = [one, other].map(({ provider }) => wordsOf(provider ?? '').join(' '));
  return first !== '' && first === second;
}
