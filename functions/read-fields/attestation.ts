import type { FieldValue } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import { bottomOf, boxAround, centreOf, leftOf, rightOf, sharedWidth, topOf } from '#shared/reading/box-geometry.ts';
import type { Segment } from '#shared/reading/lines-of-page.ts';
import { answerBeside } from './answer-in-columns.ts';
import { answerOfBoxes, asYesNo, markValue, type Option, optionOf } from './check-groups.ts';
import type { PageView } from './page-view.ts';
import { plainText } from './phrases.ts';
import { cannotTell, offersChoice } from './printed-choice.ts';

const statement =
  /\b(?:i|we|yo)\b.{0,40}\b(?:attest|affirm|certify|declare|acknowledge|swear|confirm|agree|pledge|promise|certifico|declaro|have read)\b|\b(?:attest|affirm|certify|declare) that\b/;
const aboutEthics = /\bethic|\betica|\btrue\b|\baccurate|\bcode\b|\bconduct\b|\bcomplete/;

/** True where the words by which one attests are there, with or without a box beside them. */
export function hasStatement(views: readonly PageView[]): boolean {
  return views.some((view) => statementBox(view) !== null);
}

/** The box beside the words by which the person attests; null when the page has neither a box nor a choice there. */
export function readAttestation(views: readonly PageView[]): FieldValue | null {
  for (const view of views) {
    const words = statementBox(view);
    if (words === null) continue;
    const answer = answerBeside(view, words);
    if (answer) return answer.raw === '[ ]' ? { ...answer, value: false } : answer;
    const mark = nearestOption(view, words);
    if (mark) return attestedBy(view, mark);
    if (offersChoice(view, around(words)) || hasSomethingBefore(view, words)) return cannotTell(view.number, words);
  }
  return null;
}

/** Next to nothing, just before the words: what a recogniser makes of a box. */
function hasSomethingBefore(view: PageView, statement: Box): boolean {
  const words = view.segments.flatMap((segment) => segment.words);
  return words.some(
    ({ text, box }) =>
      text.length <= 3 &&
      !firstWord.test(text) &&
      leftOf(box) < leftOf(statement) + 0.01 &&
      rightOf(box) > leftOf(statement) - 0.04 &&
      centreOf(box) > topOf(statement) &&
      centreOf(box) < bottomOf(statement),
  );
}

/** What a statement or one of its lines may begin with, and numbers of statements. */
const firstWord = /^(?:[Il|1!]|\p{L}{2,3}[,.]?|[aoyAOY]|\W?\d{1,2}[.):]?|[a-z][.)]|[-•*–·])$/u;

/** The lines of the statement, with what stands behind, just over and just under them. */
const around = ([left, top, , high]: Box): Box => [left - 0.06, top - 0.04, 1 - left + 0.06, high + 0.08];

/** Where there are boxes for yes and no, ticking no is not attesting, nor is ticking neither. */
function attestedBy(view: PageView, option: Option): FieldValue {
  const single = markValue(view, option.mark, option.mark.checked);
  if (!isYesOrNo(option.text)) return single;
  const row = view.marks
    .filter((mark) => Math.abs(centreOf(mark.box) - centreOf(option.mark.box)) < 0.02)
    .map((mark) => optionOf(view, mark));
  const answer = answerOfBoxes(view, row, (text) => (isYesOrNo(text) ? asYesNo(text) : null)) ?? single;
  return answer.raw === '[ ]' ? { ...answer, value: false } : answer;
}

const isYesOrNo = (text: string) => /^\W*(?:yes|no|y|n|s[ií])\b/i.test(text);

/** The lines of the statement: the one that holds "I attest" and those that follow it closely. */
function statementBox(view: PageView): Box | null {
  const lines = view.segments.filter((segment) => segment.words.length >= 4);
  const start = lines.find((segment) => {
    const text = plainText(textFrom(view, segment));
    return statement.test(plainText(segment.text)) && aboutEthics.test(text);
  });
  if (start === undefined) return null;
  return boxAround([start, ...following(view, start)].map((segment) => segment.box));
}

const textFrom = (view: PageView, segment: Segment) =>
  [segment, ...following(view, segment)].map((one) => one.text).join(' ');

function following(view: PageView, start: Segment): Segment[] {
  const lines: Segment[] = [];
  let last = start.box;
  for (const segment of view.segments) {
    const gap = topOf(segment.box) - bottomOf(last);
    const isNext = topOf(segment.box) > topOf(last) && gap < last[3] * 0.9 && sharedWidth(segment.box, start.box) > 0.4;
    if (!isNext || lines.length > 8) continue;
    lines.push(segment);
    last = segment.box;
  }
  return lines;
}

/** The box on the level of the statement, left of it or in it; else the nearest just above or below. */
function nearestOption(view: PageView, words: Box): Option | null {
  const near = view.marks
    .map((mark) => ({ mark, cost: distance(words, mark.box) }))
    .filter(({ cost }) => cost < 0.06)
    .sort((a, b) => a.cost - b.cost);
  const options = near
    .map(({ mark }) => optionOf(view, mark))
    .filter(({ text }) => !/^\W*(?:rpss|rfpss)\b/i.test(text));
  return options[0] ?? null;
}

function distance(words: Box, mark: Box): number {
  const down = Math.max(topOf(words) - centreOf(mark), centreOf(mark) - bottomOf(words), 0);
  const across = Math.max(leftOf(words) - rightOf(mark), leftOf(mark) - rightOf(words), 0);
  return down * 1.5 + across * 0.5;
}
