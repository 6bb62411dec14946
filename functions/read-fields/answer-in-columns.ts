import type { FieldValue } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import { bottomOf, centreOf, leftOf, middleOf, rightOf, topOf } from '#shared/reading/box-geometry.ts';
import type { Segment } from '#shared/reading/lines-of-page.ts';
import { answerOfBoxes, asYesNo, type Option } from './check-groups.ts';
import { boxOfWords, type Mark, type PageView } from './page-view.ts';

const linesMax = 4;
const heading = /^\W*(?:yes|no|y|n|s[ií])\W*$/i;

/** Questions one below the other with a column of boxes for yes and one for no: the words stand once, over the columns. */
export function answerInColumns(view: PageView, question: RegExp): FieldValue | null {
  for (const segment of view.segments) {
    const lines = linesFrom(view, segment);
    if (!question.test(lines.map(({ text }) => text).join(' '))) continue;
    const answer = answerBeside(view, boxOfWords(lines.flatMap(({ words }) => words)));
    if (answer !== null) return answer;
  }
  return null;
}

/** What the boxes level with a question say, where the words stand over them. */
export function answerBeside(view: PageView, question: Box): FieldValue | null {
  const headings = view.segments.filter(({ text }) => heading.test(text));
  if (headings.length < 2) return null;
  const options = marksBeside(view, question).flatMap((mark) => optionUnder(headings, mark) ?? []);
  return options.length > 1 ? answerOfBoxes(view, options, asYesNo) : null;
}

function linesFrom(view: PageView, first: Segment): Segment[] {
  const lines = [first];
  for (const segment of view.segments.slice(view.segments.indexOf(first) + 1)) {
    const last = lines.at(-1) ?? first;
    const gap = topOf(segment.box) - bottomOf(last.box);
    if (lines.length >= linesMax || /\?/.test(last.text) || gap > last.box[3] * 2) break;
    if (gap < last.box[3] * 0.9 && gap > -last.box[3] * 0.3 && Math.abs(leftOf(segment.box) - leftOf(first.box)) < 0.02)
      lines.push(segment);
  }
  return lines;
}

function marksBeside(view: PageView, question: Box): Mark[] {
  return view.marks.filter(
    ({ box }) =>
      leftOf(box) > rightOf(question) - 0.02 &&
      centreOf(box) > topOf(question) - 0.004 &&
      centreOf(box) < bottomOf(question) + 0.004,
  );
}

/** The nearest heading straight above a box says what the box means. */
function optionUnder(headings: readonly Segment[], mark: Mark): Option | null {
  const above = headings.filter(
    ({ box }) => bottomOf(box) < centreOf(mark.box) && Math.abs(middleOf(box) - middleOf(mark.box)) < 0.025,
  );
  const [nearest] = above.sort((a, b) => bottomOf(b.box) - bottomOf(a.box));
  return nearest ? { mark, text: nearest.text } : null;
}
