import type { Box, Word } from '#shared/domain/reading.ts';
import { holdsCentreOf, leftOf, middleOf, rightOf, sharedHeight, topOf } from '#shared/reading/box-geometry.ts';

/** As `Mark` of a page: a place that is chosen or not. */
type Circled = { box: Box; checked: boolean; confidence: number; isField: boolean };

const yes = /^\W*(?:yes|y|s[ií])\W*$/i;
const no = /^\W*no?\W*$/i;
/** Of the page's width between the two words. */
const gapMax = 0.08;
/** A stroke around a word is seen less surely than one in a box. */
const confidence = 0.85;

/**
 * "Yes / No" with a stroke around one of them: the two words are places to choose, and the circled one is chosen. A pair
 * without a stroke, or with one around both, says nothing.
 */
export function circledAnswers(words: readonly Word[], ink: readonly Box[]): Circled[] {
  if (ink.length === 0) return [];
  return words.filter(({ text }) => yes.test(text)).flatMap((first) => answerOf(first, words, ink));
}

function answerOf(first: Word, words: readonly Word[], ink: readonly Box[]): Circled[] {
  const second = words.find(
    ({ text, box }) =>
      no.test(text) &&
      leftOf(box) > rightOf(first.box) &&
      leftOf(box) - rightOf(first.box) < gapMax &&
      sharedHeight(box, first.box) > 0.6,
  );
  if (second === undefined) return [];
  const circles = (word: Word, other: Word) =>
    ink.some((stroke) => isAround(stroke, word.box) && !holdsCentreOf(stroke, other.box));
  const [isFirst, isSecond] = [circles(first, second), circles(second, first)];
  if (isFirst === isSecond) return [];
  return [place(first, isFirst), place(second, isSecond)];
}

/** A place to choose stands before its word. */
const place = ({ box }: Word, checked: boolean): Circled => ({
  box: [leftOf(box) - 0.006, topOf(box), 0.004, box[3]],
  checked,
  confidence,
  isField: false,
});

function isAround(stroke: Box, word: Box): boolean {
  const isSized =
    stroke[2] > word[2] * 0.9 && stroke[2] < word[2] * 4 && stroke[3] > word[3] * 0.9 && stroke[3] < word[3] * 4;
  return isSized && holdsCentreOf(stroke, word) && Math.abs(middleOf(stroke) - middleOf(word)) < word[2] * 0.8;
}
