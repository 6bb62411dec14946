import type { FieldValue } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import { bottomOf, centreOf, leftOf, rightOf, sharedHeight, topOf } from '#shared/reading/box-geometry.ts';
import type { Segment } from '#shared/reading/lines-of-page.ts';
import { answerInColumns } from './answer-in-columns.ts';
import { answerOfBoxes, asYesNo, optionOf } from './check-groups.ts';
import { boxOfWords, type Mark, type PageView } from './page-view.ts';
import { cannotTell, offersChoice } from './printed-choice.ts';

/** The answer to a question with boxes for yes and no beside or just below it or in columns, or a written answer behind it. */
export function answerTo(view: PageView, question: RegExp): FieldValue | null {
  for (const segment of view.segments) {
    const lines = withNextLine(view, segment);
    if (!question.test(lines.text)) continue;
    const near = marksNear(view, lines.box).map((mark) => optionOf(view, mark));
    const ticked = answerOfBoxes(view, near);
    return ticked ?? answerInColumns(view, question) ?? writtenAnswer(view, segment);
  }
  return answerInColumns(view, question);
}

/** A question that runs over two lines is one question. */
function withNextLine(view: PageView, segment: Segment): { text: string; box: Box } {
  const next = view.segments.find((other) => {
    const gap = topOf(other.box) - bottomOf(segment.box);
    return gap > -0.002 && gap < segment.box[3] * 0.8 && Math.abs(leftOf(other.box) - leftOf(segment.box)) < 0.02;
  });
  if (next === undefined || /\?/.test(segment.text)) return segment;
  return { text: `${segment.text} ${next.text}`, box: boxOfWords([...segment.words, ...next.words]) };
}

/** The boxes level with a question; only without those, the ones just below it. */
function marksNear(view: PageView, question: Box): Mark[] {
  const near = view.marks.filter((mark) => isNear(question, mark.box));
  const level = near.filter((mark) => sharedHeight(question, mark.box) > 0.4);
  return level.length > 0 ? level : near;
}

function isNear(question: Box, mark: Box): boolean {
  const drop = centreOf(mark) - bottomOf(question);
  return centreOf(mark) > topOf(question) - question[3] * 0.6 && drop < question[3] * 2.2;
}

function writtenAnswer(view: PageView, segment: Segment): FieldValue | null {
  const level = view.entries.find((entry) => isNear(segment.box, entry.box) && asYesNo(entry.text ?? '') !== null);
  if (level)
    return { value: asYesNo(level.text ?? ''), confidence: 0.97, page: view.number, box: level.box, raw: level.text };
  const row: Box = [leftOf(segment.box), topOf(segment.box), 1 - leftOf(segment.box), segment.box[3]];
  const unclear = cannotTell(view.number, segment.box);
  if (offersBoth(view, segment) || view.marks.some(({ box }) => isRightBehind(box, segment.box))) return unclear;
  const spoken = afterQuestion(segment.text);
  const beside = neighbour(view, segment);
  const [behind, place] = spoken ? [spoken, segment.box] : [beside?.text, beside?.box ?? segment.box];
  const answer = behind === undefined ? null : asYesNo(behind);
  if (behind === undefined || answer === null) return offersChoice(view, row) ? unclear : null;
  if (isBesideRing(view, place)) return unclear;
  return { value: answer, confidence: 0.93, page: view.number, box: segment.box, raw: behind };
}

/** What is said behind the question, and behind a choice that is printed with it. */
const afterQuestion = (text: string) => /\?\s*(?:\(?\s*y(?:es)?\s*(?:\/|or)\s*no?\s*\)?)?\s*(.*)$/i.exec(text)?.[1];

/** Yes and no both stand behind the question: not an answer, wherever an X is. */
function offersBoth(view: PageView, question: Segment): boolean {
  const others = view.segments.filter((other) => other !== question && isBehindQuestion(other.box, question.box));
  const said = [afterQuestion(question.text) ?? '', ...others.map(({ text }) => text)].join(' ');
  return /(?:^|\P{L})(?:yes|s[ií])(?!\p{L})/iu.test(said) && /(?:^|\P{L})no(?!\p{L})/iu.test(said);
}

/** Boxes that say nothing: what stands beside them is what they ask, not an answer. */
const isRightBehind = (box: Box, question: Box) =>
  isBehindQuestion(box, question) && leftOf(box) - rightOf(question) < 0.25;

const isBehindQuestion = (box: Box, question: Box) =>
  leftOf(box) > leftOf(question) && sharedHeight(box, question) > 0.4;

/** A stroke as large as a ring, right beside the only word that could be read: the other may be in it. */
function isBesideRing(view: PageView, answer: Box): boolean {
  return view.ink.some((stroke) => {
    const gap = Math.max(leftOf(stroke) - rightOf(answer), leftOf(answer) - rightOf(stroke));
    return (
      gap > -0.005 && gap < 0.05 && stroke[3] > answer[3] && stroke[2] < 0.12 && sharedHeight(stroke, answer) > 0.6
    );
  });
}

function neighbour(view: PageView, segment: Segment): Segment | undefined {
  return view.segments.find(
    (other) => leftOf(other.box) > rightOf(segment.box) && sharedHeight(other.box, segment.box) > 0.4,
  );
}
