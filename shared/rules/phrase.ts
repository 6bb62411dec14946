import { remembered } from '#shared/domain/remembered.ts';
import { slipsBetween } from './closest-word.ts';

/** Words that may stand between the words of a phrase without parting them. */
const smallWords = new Set('a an and at by for from in of on or our the their to with your'.split(' '));
/** Shorter words differ by one letter too easily: "care" is not "core". */
const slipLengthMin = 8;
/** How many other words a phrase may be spread over and still be meant, perhaps. */
const strayWordsMax = 3;

export type Found = {
  readonly phrase: string;
  /** in order and side by side; otherwise the words only stand near each other */
  readonly isTight: boolean;
  /** side by side, with nothing but small words between; two words may be turned round, as in an index */
  readonly isTogether: boolean;
  /** places of its words among the words of the text */
  readonly places: readonly number[];
};

const patternOf = remembered((phrase: string): readonly string[] => phrase.toLowerCase().split(/\s+/));

/** The phrase in the text, tight if possible. `words` may hold gaps (null) where another phrase has claimed a word. */
export function findPhrase(phrase: string, words: readonly (string | null)[]): Found | null {
  const pattern = patternOf(phrase);
  // Stryker disable next-line ConditionalExpression,MethodExpression: what has not all words is not found below either, only later
  if (!pattern.every((wanted) => words.some((word) => fits(wanted, word)))) return null;
  // Stryker disable next-line EqualityOperator: behind the last word nothing fits
  for (let start = 0; start < words.length; start += 1) {
    const places = tightFrom(pattern, words, start);
    if (places) return { phrase, isTight: true, isTogether: true, places };
  }
  // Stryker disable next-line ConditionalExpression: one word that stands anywhere was found above
  if (pattern.length < 2) return null;
  // Stryker disable next-line EqualityOperator: behind the last word nothing fits
  for (let start = 0; start < words.length; start += 1) {
    const places = nearFrom(pattern, words, start);
    if (places)
      return { phrase, isTight: false, isTogether: pattern.length === 2 && areTogether(places, words), places };
  }
  return null;
}

function tightFrom(pattern: readonly string[], words: readonly (string | null)[], start: number): number[] | null {
  const places: number[] = [];
  let at = start;
  for (const wanted of pattern) {
    while (places.length > 0 && isSmall(words[at]) && !fits(wanted, words[at])) at += 1;
    if (!fits(wanted, words[at])) return null;
    places.push(at);
    at += 1;
  }
  return places;
}

/** All words of the phrase, in any order, within a few words from `start`. */
function nearFrom(pattern: readonly string[], words: readonly (string | null)[], start: number): number[] | null {
  const end = Math.min(words.length, start + pattern.length + strayWordsMax);
  const places: number[] = [];
  for (const wanted of pattern) {
    let place = start;
    while (place < end && (places.includes(place) || !fits(wanted, words[place]))) place += 1;
    if (place >= end) return null;
    places.push(place);
  }
  return places.includes(start) ? places : null;
}

function areTogether(places: readonly number[], words: readonly (string | null)[]): boolean {
  const [first, last] = [Math.min(...places), Math.max(...places)];
  return words.slice(first, last).every((word, at) => places.includes(first + at) || isSmall(word));
}

function isSmall(word: string | null | undefined): boolean {
  return typeof word === 'string' && smallWords.has(word);
}

/** `ethic*` fits any ending; a plain word fits its plural; a long word may have one slip ("harrassment"). */
function fits(wanted: string, word: string | null | undefined): boolean {
  if (!word) return false;
  if (!wanted.endsWith('*'))
    return word === wanted || word === `${wanted}s` || word === `${wanted}es` || hasOneSlip(wanted, word);
  const stem = wanted.slice(0, -1);
  if (word.startsWith(stem)) return true;
  return [-1, 0, 1].some((longer) => hasOneSlip(stem, word.slice(0, stem.length + longer)));
}

function hasOneSlip(wanted: string, word: string): boolean {
  if (wanted.length < slipLengthMin || Math.abs(wanted.length - word.length) > 1 || wanted[0] !== word[0]) return false;
  if (word.startsWith(wanted) || wanted.startsWith(word)) return false;
  return slipsBetween(wanted, word) === 1;
}
