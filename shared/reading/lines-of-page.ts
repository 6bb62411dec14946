import type { Box, PageReading, RuleLine, Word } from '#shared/domain/reading.ts';
import { bottomOf, boxAround, centreOf, leftOf, middleOf, rightOf, sharedHeight, topOf } from './box-geometry.ts';
import { joinSpacedLetters } from './spaced-letters.ts';

/** Words that stand together on one line: no wide gap and no ruling line between them. */
export type Segment = { text: string; box: Box; words: readonly Word[]; page: number };

/** A page of a stranger may hold any number of words; beyond this it is not a form or a certificate. */
const wordsMax = 6000;

/** A gap wider than this share of the words' height begins a new segment. */
const gapMax = 1.05;

/** The page's segments from top to bottom, left to right within a row. */
export function segmentsOfPage(page: PageReading, words: readonly Word[] = page.words): Segment[] {
  const rows = rowsOf(words.slice(0, wordsMax)).map(joinSpacedLetters);
  const upright = page.rules.filter((rule) => rule.direction === 'vertical');
  return rows.flatMap((row) => splitRow(row, page, upright));
}

function segmentOf(words: readonly Word[], page: number): Segment {
  return { text: words.map((word) => word.text).join(' '), box: boxAround(words.map((word) => word.box)), words, page };
}

/** The smallest confidence of the words, 1 for none. */
export function surenessOf(words: readonly Word[]): number {
  return words.reduce((least, word) => Math.min(least, word.confidence), 1);
}

/** Rows are words that are level with each other; a row of small print beside a big name stays with the name. */
function rowsOf(words: readonly Word[]): Word[][] {
  const rows: { words: Word[]; top: number; bottom: number }[] = [];
  for (const word of [...words].sort((a, b) => centreOf(a.box) - centreOf(b.box))) {
    const row = rows.at(-1);
    const isLevel =
      row && centreOf(word.box) < row.bottom && centreOf(word.box) - row.top < (row.bottom - row.top) * 0.8;
    const isAlike = row?.words.some((other) => sharedHeight(other.box, word.box) > 0.55);
    if (row && isLevel && isAlike) {
      row.words.push(word);
      row.bottom = Math.max(row.bottom, bottomOf(word.box));
      row.top = Math.min(row.top, topOf(word.box));
    } else rows.push({ words: [word], top: topOf(word.box), bottom: bottomOf(word.box) });
  }
  return rows.map((row) => row.words.sort((a, b) => leftOf(a.box) - leftOf(b.box)));
}

function splitRow(row: readonly Word[], page: PageReading, upright: readonly RuleLine[]): Segment[] {
  const groups: Word[][] = [];
  for (const word of row) {
    const group = groups.find((words) => belongs(words.at(-1), word, page, upright));
    if (group) group.push(word);
    else groups.push([word]);
  }
  return groups.map((words) => segmentOf(words, page.number));
}

function belongs(last: Word | undefined, word: Word, page: PageReading, upright: readonly RuleLine[]): boolean {
  if (last === undefined || sharedHeight(last.box, word.box) < 0.4) return false;
  const gap = (leftOf(word.box) - rightOf(last.box)) * page.width;
  const height = Math.min(last.box[3], word.box[3]) * page.height;
  if (gap > height * gapMax || gap < -height * 1.5) return false;
  return !upright.some((rule) => isBetween(rule, last.box, word.box));
}

function isBetween(rule: RuleLine, left: Box, right: Box): boolean {
  const x = leftOf(rule.box) + rule.box[2] / 2;
  const y = centreOf(right);
  // a word may be wider than its cell: the line then runs through its second half
  const isAcross = x > middleOf(left) && x < leftOf(right) + 0.003;
  return isAcross && y >= topOf(rule.box) && y <= bottomOf(rule.box);
}
