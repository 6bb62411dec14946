import type { Box, PageReading, Word } from '#shared/domain/reading.ts';
import type { SecondReading } from '#shared/ports/second-reader.ts';
import { holdsCentreOf } from '#shared/reading/box-geometry.ts';
import { type UnclearPlace, unclearBelow } from './unclear-places.ts';

/** Below this the second reader is guessing as well. */
const readFrom = 0.5;
/** One reader's word for what the other could not read at all: to be shown, never to be certain of. */
const aloneMax = 0.59;
/** More than one letter, else it is a speck that looks like one. */
const lettersMin = 2;

/** A page with the words that only the second reader saw, and where they stand: there it is no witness of its own. */
export type MendedPage = { page: PageReading; alone: Box[] };

/** `readings[i]` is what the second reader made of `places[i]`. */
export function mendPage(
  page: PageReading,
  places: readonly UnclearPlace[],
  readings: readonly (SecondReading | undefined)[],
): MendedPage {
  const mended = places.flatMap((place, at) => {
    const words = wordsOf(place, readings[at]);
    return words.length === 0 ? [] : [{ place, words }];
  });
  const replaced = new Set(mended.flatMap(({ place }) => place.words));
  const words = [...page.words.filter((word) => !replaced.has(word)), ...mended.flatMap((one) => one.words)];
  return { page: { ...page, words }, alone: mended.map(({ place }) => place.box) };
}

/** The words of a line, each as wide as its share of the letters. */
function wordsOf({ box, words }: UnclearPlace, reading: SecondReading | undefined): Word[] {
  if (reading?.look !== 'text' || reading.text === null || reading.confidence < readFrom) return [];
  const letters = lettersOf(reading.text);
  const isRead = letters === lettersOf(words.map(({ text }) => text).join(''));
  if (isRead || letters.length < lettersMin || words.some((word) => speaksAgainst(word, reading, letters))) return [];
  const line = reading.text.trim();
  const [left, top, width, height] = box;
  const confidence = Math.min(aloneMax, reading.confidence);
  return [...line.matchAll(/\S+/g)].map(({ 0: text, index }): Word => {
    const place: Box = [left + (width * index) / line.length, top, (width * text.length) / line.length, height];
    return { text, box: place, confidence };
  });
}

/** The first reader was surer of a word, or sure of one that the second did not see. */
function speaksAgainst({ text, confidence }: Word, { confidence: second }: SecondReading, letters: string): boolean {
  return confidence < unclearBelow ? confidence >= second : !letters.includes(lettersOf(text));
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

export const isAlone = (box: Box | null, alone: readonly Box[]): boolean =>
  box !== null && alone.some((place) => holdsCentreOf(place, box) || holdsCentreOf(box, place));
