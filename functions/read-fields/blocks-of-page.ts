import type { Box, Word } from '#shared/domain/reading.ts';
import { bottomOf, boxAround, centreOf, leftOf, middleOf, sharedWidth, topOf } from '#shared/reading/box-geometry.ts';
import { type Segment, surenessOf } from '#shared/reading/lines-of-page.ts';
import type { PageView } from './page-view.ts';

/** Lines that follow each other closely in one size: a paragraph, or the lines of a heading. */
export type Block = { page: number; lines: readonly Segment[]; box: Box; text: string };

/** The text of a block has a line end between its lines; `boxOfPart` finds where a part of it stands. */
/** A page with more paragraphs than this is no certificate. */
const blocksMax = 300;

export function blocksOfPage(view: PageView): Block[] {
  const groups: Segment[][] = [];
  for (const segment of [...view.segments].sort(
    (a, b) => topOf(a.box) - topOf(b.box) || leftOf(a.box) - leftOf(b.box),
  )) {
    const group = groups.findLast((lines) => follows(view, lines, segment));
    if (group) group.push(segment);
    else groups.push([segment]);
  }
  return groups.slice(0, blocksMax).map((lines) => ({
    page: view.number,
    lines,
    box: boxAround(lines.map((line) => line.box)),
    text: lines.map((line) => line.text).join('\n'),
  }));
}

function follows(view: PageView, lines: readonly Segment[], segment: Segment): boolean {
  const last = lines.at(-1);
  if (last === undefined) return false;
  const gap = topOf(segment.box) - bottomOf(last.box);
  const height = Math.min(last.box[3], segment.box[3]);
  if (topOf(segment.box) <= topOf(last.box) + height * 0.5 || gap > height * 0.95) return false;
  if (Math.max(last.box[3], segment.box[3]) > height * 1.25) return false;
  const isAligned =
    Math.abs(leftOf(segment.box) - leftOf(last.box)) < 0.012 ||
    Math.abs(middleOf(segment.box) - middleOf(last.box)) < 0.02;
  if (!isAligned || sharedWidth(last.box, segment.box) === 0) return false;
  return !view.level.some(
    (rule) =>
      centreOf(rule.box) > bottomOf(last.box) - height * 0.3 &&
      centreOf(rule.box) < topOf(segment.box) + height * 0.3 &&
      sharedWidth(rule.box, segment.box) > 0.4,
  ); // prettier-ignore
}

export type Part = { text: string; box: Box; page: number; sureness: number };

/** The words of a block that overlap the letters `start` to `end` of its text. */
export function partOf(block: Block, start: number, end: number): Part {
  const words: Word[] = [];
  let at = 0;
  for (const word of block.lines.flatMap((line) => line.words)) {
    if (at < end && at + word.text.length > start) words.push(word);
    at += word.text.length + 1;
  }
  const text = block.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return { text, box: boxAround(words.map((word) => word.box)), page: block.page, sureness: surenessOf(words) };
}

/** The next block below in the same column. */
export function blockBelow(blocks: readonly Block[], block: Block, reach = 0.14): Block | null {
  const below = blocks.filter((other) => {
    const gap = topOf(other.box) - bottomOf(block.box);
    const isUnder =
      other.page === block.page &&
      other !== block &&
      gap > -0.012 &&
      gap < reach &&
      topOf(other.box) > topOf(block.box);
    return (
      isUnder && (sharedWidth(other.box, block.box) > 0.3 || Math.abs(leftOf(other.box) - leftOf(block.box)) < 0.03)
    );
  });
  return below.sort((a, b) => topOf(a.box) - topOf(b.box))[0] ?? null;
}

export function blockAbove(blocks: readonly Block[], block: Block, reach = 0.1): Block | null {
  const above = blocks.filter((other) => {
    const gap = topOf(block.box) - bottomOf(other.box);
    const isOver =
      other.page === block.page && other !== block && gap > -0.02 && gap < reach && topOf(other.box) < topOf(block.box);
    return (
      isOver && (sharedWidth(other.box, block.box) > 0.3 || Math.abs(leftOf(other.box) - leftOf(block.box)) < 0.03)
    );
  });
  return above.sort((a, b) => bottomOf(b.box) - bottomOf(a.box))[0] ?? null;
}
