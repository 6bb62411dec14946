import type { FieldValue } from '#shared/domain/document.ts';
import type { Word } from '#shared/domain/reading.ts';
import type { Reason } from '#shared/domain/reason.ts';
import { bottomOf, boxAround, centreOf, leftOf, rightOf, sharedHeight, topOf } from '#shared/reading/box-geometry.ts';
import { unclear } from './field-values.ts';
import type { Fields } from './form-reading.ts';
import type { Mark, PageView } from './page-view.ts';
import { isChoice, unclearChoice } from './printed-choice.ts';

/** A box to tick and the words that belong to it. */
export type Option = { mark: Mark; text: string };

const wordsMax = 14;

/** The words of a box stand to its right, unless the boxes of its row stand closer to the words on their left. */
export function optionOf(view: PageView, mark: Mark): Option {
  if (mark.text !== undefined) return { mark, text: mark.text };
  const row = view.marks
    .filter((other) => sharedHeight(other.box, mark.box) > 0.4)
    .sort((a, b) => leftOf(a.box) - leftOf(b.box));
  const behind = row.filter((one) => isNearerOnLeft(view, one, row)).length;
  const isBehind = behind * 2 > row.length || followsWords(view, row);
  const words = isBehind ? leftWords(view, mark, row) : rightWords(view, mark, row);
  return { mark, text: words.map((word) => word.text).join(' ') };
}

/** "Yes [ ] No [ ]": the row ends with a box, and begins with a word that is an answer. */
function followsWords(view: PageView, row: readonly Mark[]): boolean {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined || rightWords(view, last, row).length > 0) return false;
  return /^\W*(?:yes|y|s[ií]|no?)\W*$/i.test(leftWords(view, first, row).at(-1)?.text ?? '');
}

function isNearerOnLeft(view: PageView, mark: Mark, row: readonly Mark[]): boolean {
  const [left, right] = [leftWords(view, mark, row).at(-1), rightWords(view, mark, row)[0]];
  if (left === undefined) return false;
  return right === undefined || leftOf(mark.box) - rightOf(left.box) < leftOf(right.box) - rightOf(mark.box) - 0.004;
}

function levelWords(view: PageView, mark: Mark): Word[] {
  return view.segments
    .flatMap((segment) => segment.words)
    .filter(
      (word) =>
        centreOf(word.box) > topOf(mark.box) - mark.box[3] * 0.4 &&
        centreOf(word.box) < bottomOf(mark.box) + mark.box[3] * 0.4,
    )
    .sort((a, b) => leftOf(a.box) - leftOf(b.box));
}

function rightWords(view: PageView, mark: Mark, row: readonly Mark[]): Word[] {
  const next = row.find((other) => leftOf(other.box) > rightOf(mark.box));
  const until = next ? leftOf(next.box) : 1;
  let from = rightOf(mark.box);
  const words: Word[] = [];
  for (const word of levelWords(view, mark)) {
    if (leftOf(word.box) < rightOf(mark.box) - 0.004) continue;
    const gap = (leftOf(word.box) - from) * view.width;
    if (leftOf(word.box) > until || gap > mark.box[3] * view.height * 2.2 || words.length >= wordsMax) break;
    words.push(word);
    from = rightOf(word.box);
  }
  return words;
}

function leftWords(view: PageView, mark: Mark, row: readonly Mark[]): Word[] {
  const before = row.filter((other) => rightOf(other.box) < leftOf(mark.box)).at(-1);
  const from = before ? rightOf(before.box) : 0;
  let until = leftOf(mark.box);
  const words: Word[] = [];
  for (const word of levelWords(view, mark).reverse()) {
    if (rightOf(word.box) > leftOf(mark.box) + 0.004) continue;
    const gap = (until - rightOf(word.box)) * view.width;
    if (leftOf(word.box) < from || gap > mark.box[3] * view.height * 2.2 || /[:?]$/.test(word.text)) break;
    words.unshift(word);
    until = leftOf(word.box);
  }
  return words;
}

/** The value of a mark, or of the words that answer instead of it. */
export function markValue(view: PageView, mark: Mark, value: FieldValue['value']): FieldValue {
  const confidence = Math.round(Math.min(0.985, mark.confidence) * 1000) / 1000;
  return { value, confidence, page: view.number, box: mark.box, raw: mark.checked ? '[x]' : '[ ]' };
}

/** "Yee" and "Ves" are how a recogniser sees a hand's "Yes". */
const yes = /^\W*(?:y|yes|yee|ve[se]|s[ií]|true|x)\b/i;
const no = /^\W*(?:no?|false)\b/i;

/** "Yes", "Y", "x" are true; "No", "N" false; anything else, "Yes / No" too, is null. */
export function asYesNo(text: string): boolean | null {
  if (isChoice(text)) return null;
  if (no.test(text)) return false;
  return yes.test(text) ? true : null;
}

/** More than one box of a question is ticked: no box says what was meant. */
const contradiction = '[x] [x]';

/**
 * What the boxes of one question say together, with the place of the ticked one; null without boxes that answer. The
 * answer is as sure as the least sure of them: a "No" that may be ticked as well makes the "Yes" doubtful.
 */
export function answerOfBoxes(
  view: PageView,
  options: readonly Option[],
  meaning: (text: string) => boolean | null = asYesNo,
): FieldValue | null {
  const answers = options.filter(({ text }) => meaning(text) !== null);
  const ticked = answers.filter(({ mark }) => mark.checked);
  const [chosen, ...more] = ticked.length === 0 ? answers : ticked;
  if (chosen === undefined) return null;
  if (ticked.length > 0 && more.length > 0) return contradictory(view, ticked);
  const value = markValue(view, chosen.mark, ticked.length === 0 ? null : meaning(chosen.text));
  const others = answers.map(({ mark }) => (mark === chosen.mark ? value.confidence : mark.confidence));
  return { ...value, confidence: Math.min(ticked.length === 0 ? 0.95 : 1, ...others) };
}

function contradictory(view: PageView, ticked: readonly Option[]): FieldValue {
  const box = boxAround(ticked.map(({ mark }) => mark.box));
  return { value: null, confidence: 0.5, page: view.number, box, raw: contradiction };
}

/** Questions to which yes and no are both ticked, or neither can be told, are asked again. */
export function contradictoryAnswers(fields: Fields): Reason[] {
  return Object.entries(fields).flatMap(([field, { raw }]) =>
    raw === contradiction || raw === unclearChoice ? [unclear(field)] : [],
  );
}
