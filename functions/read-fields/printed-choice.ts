import type { FieldValue } from '#shared/domain/document.ts';
import type { Box, Word } from '#shared/domain/reading.ts';
import { centreOf, leftOf, middleOf, rightOf, topOf } from '#shared/reading/box-geometry.ts';
import type { PageView } from './page-view.ts';

/** "Yes" and "No" printed side by side to choose from: not an answer, and nobody can tell which was meant. */
const sideBySide = /\b(?:y|yes|s[ií])\b[^\p{L}]*(?:\bor\b\W*)?\bno?\b/iu;
/** One of them cannot be read, for the stroke around it. */
const oneSide = /(?:^|\W)(?:y|yes|s[ií])\s*[/|]|[/|]\s*no?(?:\W|$)/iu;

export const isChoice = (text: string): boolean => sideBySide.test(text) || oneSide.test(text);

/** What was chosen could not be told from what is there. */
export const unclearChoice = '[?]';

export const cannotTell = (page: number, box: Box): FieldValue => ({
  value: null,
  confidence: 0.5,
  page,
  box,
  raw: unclearChoice,
});

/** A choice is printed here, or what a ring left of it: where no box and no ring can be told, the answer is not known. */
export function offersChoice(view: PageView, place: Box): boolean {
  const words = view.segments.flatMap((segment) => segment.words).filter(({ box }) => isOver(place, box));
  return words.some(({ text }, at) => {
    const next = words[at + 1]?.text ?? '';
    return isChoice(`${text} ${next}`) || (/^\W*(?:Yes|YES|No|NO|S[ií])\W*$/.test(text) && !/^\p{Ll}/u.test(next));
  });
}

const isOver = (place: Box, box: Box) =>
  middleOf(box) >= leftOf(place) &&
  middleOf(box) <= rightOf(place) &&
  centreOf(box) >= topOf(place) &&
  centreOf(box) <= topOf(place) + place[3];

/** "Yes/No" written without blanks is two words. */
export function halvesOf(word: Word): Word[] {
  const parts = /^(\W*(?:yes|y|s[ií]))([/|])(no?\W*)$/i.exec(word.text)?.slice(1);
  if (parts === undefined) return [word];
  const letter = word.box[2] / word.text.length;
  let at = 0;
  return parts.map((text) => {
    const box: Box = [leftOf(word.box) + letter * at, topOf(word.box), letter * text.length, word.box[3]];
    at += text.length;
    return { text, box, confidence: word.confidence };
  });
}
