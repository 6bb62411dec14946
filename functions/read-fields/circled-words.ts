import type { Box, Word } from '#shared/domain/reading.ts';
import {
  bottomOf,
  holdsCentreOf,
  leftOf,
  middleOf,
  rightOf,
  sharedHeight,
  topOf,
} from '#shared/reading/box-geometry.ts';
import { halvesOf } from './printed-choice.ts';

/** As `Mark` of a page: a place that is chosen or not, with the word it stands for. */
type Circled = { box: Box; checked: boolean; confidence: number; isField: boolean; text: string };
/** One of two words side by side; `isRead` where its letters are those expected there. */
type Half = { box: Box; isRead: boolean };
type Pair = { first: Half; second: Half };

const yes = /^\W*(?:yes|y|s[ií])\W*$/i;
const no = /^\W*no?\W*$/i;
const between = /^\W*(?:[/|]|or|o)\W*$/i;
/** Of the page's width between the two words. */
const gapMax = 0.08;
/** Where one of them cannot be read. */
const tornGapMax = 0.035;
const wordsMin = 3;
/** A ringed word is taken for a word as high as the ring. */
const tallFrom = 1.5;
const tornTallFrom = 1.3;
/** A word of so many letters is another word, not a "Yes" or "No" that a ring made unreadable. */
const lettersMax = 6;

/**
 * "Yes / No" with a stroke around one of them: the two words are places to choose, and the circled one is chosen. A pair
 * without a stroke, or with one around both, says nothing. On a picture the ring may be read as part of its word: then
 * that word is no word, or stands higher than the other.
 */
export function circledAnswers(words: readonly Word[], ink: readonly Box[]): Circled[] {
  const printed = words.flatMap(halvesOf);
  return pairsOf(printed, ink).flatMap((pair) => answerOf(pair, ink));
}

function pairsOf(words: readonly Word[], ink: readonly Box[]): Pair[] {
  const [firsts, seconds] = [words.filter(({ text }) => yes.test(text)), words.filter(({ text }) => no.test(text))];
  const isPaired = (first: Word, second: Word) => isBehind(second.box, first.box, gapMax);
  const clean = firsts.flatMap((first): Pair[] => {
    const second = seconds.find((other) => isPaired(first, other));
    return second ? [{ first: read(first.box), second: read(second.box) }] : [];
  });
  const things = [...words.filter(isUnreadable).map(({ box }) => box), ...ink];
  const ringBeside = (word: Word, isOnSide: (box: Box) => boolean): Half[] => {
    const box = things.find((one) => isRing(one, word.box) && isOnSide(one));
    return box === undefined ? [] : [{ box, isRead: false }];
  };
  const lastAlone = seconds
    .filter((second) => !firsts.some((first) => isPaired(first, second)) && isLast(second, words))
    .flatMap((second) =>
      ringBeside(second, (box) => isBehind(second.box, box, tornGapMax)).map((first) => ({
        first,
        second: read(second.box),
      })),
    );
  const firstAlone = firsts
    .filter((first) => !seconds.some((second) => isPaired(first, second)))
    .flatMap((first) =>
      ringBeside(first, (box) => isBehind(box, first.box, tornGapMax)).map((second) => ({
        first: read(first.box),
        second,
      })),
    );
  return [...clean, ...[...lastAlone, ...firstAlone].filter(({ first }) => endsSentence(first.box, words))];
}

/** A question or a statement leads to the words; in the cell of a table nothing does. */
function endsSentence(first: Box, words: readonly Word[]): boolean {
  const before = words.filter(({ box }) => leftOf(box) < leftOf(first) && sharedHeight(box, first) > 0.6);
  const near = before.sort((a, b) => leftOf(b.box) - leftOf(a.box)).slice(0, wordsMin);
  const [last] = near;
  if (last === undefined || leftOf(first) - rightOf(last.box) > gapMax) return false;
  if (/[?:.]$/.test(last.text)) return near.length > 1;
  return near.length === wordsMin && near.every(({ text }) => /\p{L}/u.test(text));
}

/** A ring stands around a word as high as the one beside it. */
const isRing = (box: Box, beside: Box) =>
  box[3] > beside[3] * tornTallFrom && box[3] < beside[3] * 3.5 && box[2] < gapMax && holdsLevel(box, beside);

const holdsLevel = (box: Box, inner: Box) => topOf(box) < topOf(inner) && bottomOf(box) > bottomOf(inner);

/** Not so a "No" in a sentence. */
const isLast = ({ box }: Word, words: readonly Word[]) =>
  !words.some((word) => isBehind(word.box, box, 0.02) && !between.test(word.text));

const read = (box: Box): Half => ({ box, isRead: true });

const isUnreadable = ({ text }: Word) =>
  text.length <= lettersMax && !yes.test(text) && !no.test(text) && !between.test(text);

const isBehind = (box: Box, before: Box, most: number) =>
  leftOf(box) > middleOf(before) && leftOf(box) - rightOf(before) < most && sharedHeight(box, before) > 0.6;

function answerOf({ first, second }: Pair, ink: readonly Box[]): Circled[] {
  const circles = (half: Half, other: Half) =>
    isHigher(half, other) || ink.some((stroke) => isAround(stroke, half.box) && !holdsCentreOf(stroke, other.box));
  const [isFirst, isSecond] = [circles(first, second), circles(second, first)];
  if (isFirst === isSecond) return [];
  return [place(first, 'Yes', isFirst), place(second, 'No', isSecond)];
}

const isHigher = ({ box, isRead }: Half, { box: other }: Half) =>
  box[3] > other[3] * (isRead ? tallFrom : tornTallFrom) && holdsLevel(box, other);

/** A stroke around a word is seen less surely than one in a box, and least where the word cannot be read for it. */
const place = ({ box, isRead }: Half, text: string, checked: boolean): Circled => ({
  box: [leftOf(box) - 0.006, topOf(box), 0.004, box[3]],
  checked,
  confidence: isRead ? 0.85 : 0.7,
  isField: false,
  text,
});

function isAround(stroke: Box, word: Box): boolean {
  const isSized =
    stroke[2] > word[2] * 0.9 && stroke[2] < word[2] * 4 && stroke[3] > word[3] * 0.9 && stroke[3] < word[3] * 4;
  return isSized && holdsCentreOf(stroke, word) && Math.abs(middleOf(stroke) - middleOf(word)) < word[2] * 0.8;
}
