import type { Box, RuleLine, Word } from '#shared/domain/reading.ts';
import { bottomOf, centreOf, leftOf, rightOf, topOf } from '#shared/reading/box-geometry.ts';

/** As `Mark` of a page. */
type Blank = { box: Box; checked: boolean; confidence: number; isField: boolean };

const glued = /^([[(][xX✓✔]?[\])]|_+[xX✓✔]_+|\])(?=\p{L}{2})/u;
const markedBlank = /^_+[xX✓✔]_+$/u;
/** Of the page's width: blanks of one question stand closer. */
const apartMax = 0.3;

/** "[X]Yes" and "__x__Yes" are a mark and a word. */
export function splitFromMark(word: Word): Word[] {
  const mark = glued.exec(word.text)?.[0];
  if (mark === undefined) return [word];
  const letter = word.box[2] / word.text.length;
  const at = letter * mark.length;
  const [left, top, width, height] = word.box;
  return [
    { ...word, text: mark, box: [left, top, at, height] },
    { ...word, text: word.text.slice(mark.length), box: [left + at, top, width - at, height] },
  ];
}

/**
 * "___ Yes  _X_ No": blanks to put an X on, typed. Only where there is more than one of them: with the others it shows
 * which word a blank belongs to.
 */
export function blanksToMark(words: readonly Word[], rules: readonly RuleLine[]): { words: Word[]; blanks: Blank[] } {
  const blanks: Blank[] = [];
  const rest = words.filter((word) => {
    if (!markedBlank.test(word.text)) return true;
    const others = rules.filter(({ box }) => isSuchBlank(box, word.box));
    if (others.length === 0) return true;
    blanks.push({ box: word.box, checked: true, confidence: Math.min(0.95, word.confidence), isField: false });
    for (const { box } of others) {
      const place: Box = [leftOf(box), topOf(word.box), box[2], word.box[3]];
      blanks.push({ box: place, checked: false, confidence: 0.95, isField: false });
    }
    return false;
  });
  return { words: rest, blanks };
}

function isSuchBlank(rule: Box, marked: Box): boolean {
  const isLevel = Math.abs(centreOf(rule) - bottomOf(marked)) < marked[3] * 0.6;
  const isAlike = rule[2] > marked[2] * 0.4 && rule[2] < marked[2] * 2.5;
  const apart = Math.max(leftOf(rule) - rightOf(marked), leftOf(marked) - rightOf(rule));
  return isLevel && isAlike && apart > 0 && apart < apartMax;
}
