import type { Box, Word } from '#shared/domain/reading.ts';
import { boxAround, leftOf, rightOf } from './box-geometry.ts';

/** Fewer single letters in a row are initials or list numbers, not a word set wide. */
const lettersMin = 5;

/** Letters set wide apart ("T R A I N I N G") become words again. `row` is one line of words from left to right. */
export function joinSpacedLetters(row: readonly Word[]): Word[] {
  const joined: Word[] = [];
  let from = 0;
  while (from < row.length) {
    const to = endOfLetters(row, from);
    if (to - from >= lettersMin) joined.push(...wordsOfLetters(row.slice(from, to)));
    else joined.push(...row.slice(from, Math.max(to, from + 1)));
    from = Math.max(to, from + 1);
  }
  return joined;
}

const isLetter = (word: Word) => /^[\p{L}&'’.,-]{1,2}$/u.test(word.text);

function endOfLetters(row: readonly Word[], from: number): number {
  let to = from;
  for (let word = row[to]; word && isLetter(word); word = row[to]) to += 1;
  return to;
}

function wordsOfLetters(letters: readonly Word[]): Word[] {
  const gaps = letters.slice(1).map((letter, i) => leftOf(letter.box) - rightOf(letters[i]?.box ?? letter.box));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? 0;
  const words: Word[][] = [];
  letters.forEach((letter, i) => {
    const startsWord = i === 0 || (gaps[i - 1] ?? 0) > Math.max(usual * 1.7, 0.002);
    if (startsWord) words.push([letter]);
    else words.at(-1)?.push(letter);
  });
  return words.map((word, i) => ({
    text: word.map((letter) => letter.text).join(''),
    box: upTo(boxAround(word.map((letter) => letter.box)), words[i + 1]?.[0]),
    confidence: Math.min(...word.map((letter) => letter.confidence)),
  }));
}

/** The words of such a line stand as wide apart as its letters: each reaches up to the next, so that the line stays one. */
function upTo(box: Box, next: Word | undefined): Box {
  if (next === undefined) return box;
  const width = Math.max(box[2], leftOf(next.box) - leftOf(box) - box[3] * 0.2);
  return [leftOf(box), box[1], width, box[3]];
}
