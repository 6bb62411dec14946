import type { Box, Word } from '#shared/domain/reading.ts';
import { bottomOf, leftOf, topOf } from '#shared/reading/box-geometry.ts';
import type { Segment } from '#shared/reading/lines-of-page.ts';
import type { FoundLabel } from './labels.ts';
import { boxOfWords, type PageView } from './page-view.ts';

/** Questions are asked in many words: what they are about tells them, not their wording. */
export type Questions<Field extends string> = Readonly<Partial<Record<Field, RegExp>>>;

/** A question may run over this many lines. */
const linesMax = 3;

/** Questions of a page as labels: what stands beside, behind or below one is the answer. */
export function findQuestions<Field extends string>(view: PageView, asked: Questions<Field>): FoundLabel<Field>[] {
  const found: FoundLabel<Field>[] = [];
  for (const field in asked) {
    const pattern = asked[field];
    const label = pattern && firstAsked(view, field, pattern);
    if (label) found.push(label);
  }
  return found;
}

function firstAsked<Field extends string>(view: PageView, field: Field, pattern: RegExp): FoundLabel<Field> | null {
  for (const segment of view.segments) {
    const lines = linesOfQuestion(view, segment);
    const text = lines.map((line) => line.text).join(' ');
    if (
      !pattern.test(text) ||
      (lines[1] &&
        pattern.test(
          lines
            .slice(1)
            .map((line) => line.text)
            .join(' '),
        ))
    )
      continue;
    return asLabel(field, lines, lines.at(-1) ?? segment);
  }
  return null;
}

const endsQuestion = (text: string) => /[?:]/.test(text);

const known = new WeakMap<PageView, Map<Segment, Segment[]>>();

/** A line and those that follow it closely, up to the question mark; asked about again and again. */
export function linesOfQuestion(view: PageView, first: Segment): Segment[] {
  const ofPage = known.get(view) ?? new Map<Segment, Segment[]>();
  known.set(view, ofPage);
  const lines = ofPage.get(first) ?? findLines(view, first);
  ofPage.set(first, lines);
  return lines;
}

function findLines(view: PageView, first: Segment): Segment[] {
  const lines = [first];
  for (const segment of view.segments.slice(view.segments.indexOf(first) + 1)) {
    const last = lines.at(-1) ?? first;
    const gap = topOf(segment.box) - bottomOf(last.box);
    if (lines.length >= linesMax || endsQuestion(last.text) || gap > last.box[3] * 3) break;
    const isNext = gap > -last.box[3] * 0.3 && gap < last.box[3] * 0.8 && topOf(segment.box) > topOf(last.box);
    if (isNext && Math.abs(leftOf(segment.box) - leftOf(first.box)) < 0.025) lines.push(segment);
  }
  return endsQuestion(lines.at(-1)?.text ?? '') ? lines : [first];
}

function asLabel<Field extends string>(field: Field, lines: readonly Segment[], segment: Segment): FoundLabel<Field> {
  const end = segment.words.findLastIndex((word) => /[?:]$/.test(word.text)) + 1;
  const to = end > 0 ? end : segment.words.length;
  const words: Word[] = [...lines.slice(0, -1).flatMap((line) => line.words), ...segment.words.slice(0, to)];
  const box: Box = boxOfWords(words);
  const text = words.map((word) => word.text).join(' ');
  return { field, page: segment.page, segment, from: 0, to, box, hasColon: end > 0, text };
}
