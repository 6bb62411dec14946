import { titleLikeness } from '#shared/domain/title-likeness.ts';
import { providerWords, titleWords } from '#shared/domain/training-words.ts';
import { slipsBetween } from './closest-word.ts';

export type Sameness = 'exact' | 'likely' | 'none';

/** Fewer words than these are too few to be known by most of them. */
const wordsToCompareMin = 4;
/** So many of the words of two long titles are the same: one word more, or the words in another order. */
const likenessMin = 0.8;

/** Whether two titles are of one training. Numbers and words beside it never slip: "Part 1" is not "Part 2". */
export function sameTitle(one: string, other: string): Sameness {
  const [first, second] = [titleWords(one), titleWords(other)];
  if (first.length === 0 || second.length === 0) return 'none';
  if (first.join(' ') === second.join(' ')) return 'exact';
  if (areNear(first, second) || isWithoutSubtitle(one, other)) return 'likely';
  const [bare, otherBare] = [withoutLittleWords(first), withoutLittleWords(second)];
  if (bare.length > 1 && areNear(bare, otherBare)) return 'likely';
  const isLong = Math.min(first.length, second.length) >= wordsToCompareMin;
  const isOfOnePart = numbersOf(first) === numbersOf(second);
  return isLong && isOfOnePart && titleLikeness(one, other) >= likenessMin ? 'likely' : 'none';
}

/** Whether two names are of one provider; null or empty: not known. */
export function sameProvider(one: string, other: string | null): Sameness {
  const [first, second] = [providerWords(one), providerWords(other ?? '')];
  if (first.length === 0 || second.length === 0) return 'likely';
  if (first.join(' ') === second.join(' ')) return 'exact';
  const isPart = Math.min(first.length, second.length) > 1 && (startsWith(first, second) || startsWith(second, first));
  return isPart || areNear(first, second) || areInitials(first, second) || areInitials(second, first)
    ? 'likely'
    : 'none';
}

/** Both up to their colon, dash or bracket, when exactly one of them has more: a subtitle, or "(3 hours)". */
function isWithoutSubtitle(one: string, other: string): boolean {
  const main = (text: string) => text.split(/:| [–—-] |\s\(/)[0] ?? text;
  const isOneSided = (main(one) === one) !== (main(other) === other);
  const [first, second] = [titleWords(main(one)), titleWords(main(other))];
  return isOneSided && first.length > 1 && areNear(first, second);
}

const littleWords = new Set('an at by for from in of on or our to with your'.split(' '));

function withoutLittleWords(words: readonly string[]): string[] {
  return words.filter((word) => !littleWords.has(word));
}

const numberWords = /^(\d+|[ivx]+|one|two|three|four|five|six|basic|intermediate|advanced)$/;

function numbersOf(words: readonly string[]): string {
  return words.filter((word) => numberWords.test(word)).join(' ');
}

function startsWith(longer: readonly string[], shorter: readonly string[]): boolean {
  return shorter.every((word, at) => longer[at] === word);
}

/** "NAH" beside "National Alliance of Helpers", alone or followed by the same words. */
function areInitials(short: readonly string[], long: readonly string[]): boolean {
  const [name = '', ...rest] = short;
  const spelled = long.slice(0, name.length);
  const isSpelled = name.length > 2 && spelled.map((word) => word[0]).join('') === name;
  return isSpelled && long.slice(name.length).join(' ') === rest.join(' ');
}

/**
 * The same words in order, where at most every third differs by a slip. Numbers and short words never slip: "Part 1" is
 * not "Part 2", and "II" is not "III".
 */
function areNear(one: readonly string[], other: readonly string[]): boolean {
  if (one.join('') === other.join('')) return true;
  if (one.length !== other.length) return false;
  const differing = one.flatMap((word, place) => (word === other[place] ? [] : [[word, other[place] ?? ''] as const]));
  return differing.length <= Math.max(1, Math.floor(one.length / 3)) && differing.every(([a, b]) => isSlip(a, b));
}

function isSlip(one: string, other: string): boolean {
  if (/\d/.test(one + other) || Math.min(one.length, other.length) < 4) return false;
  return slipsBetween(one, other) <= (Math.min(one.length, other.length) >= 8 ? 2 : 1);
}
