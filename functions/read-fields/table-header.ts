import type { Box } from '#shared/domain/reading.ts';
import {
  bottomOf,
  boxAround,
  centreOf,
  leftOf,
  middleOf,
  rightOf,
  sharedWidth,
  topOf,
} from '#shared/reading/box-geometry.ts';
import type { Segment } from '#shared/reading/lines-of-page.ts';
import type { LabelBook } from './labels.ts';
import { cellAround, type PageView } from './page-view.ts';
import { isWholly } from './phrases.ts';
import { lineAfter, wrappedLines } from './wrapped-labels.ts';

/** A heading of a column: what it means, null when it is none that we know, and where it stands. */
export type Heading<Column extends string> = { column: Column | null; text: string; box: Box; cell: Box | null };
export type Header<Column extends string> = { headings: readonly Heading<Column>[]; box: Box };

/** Headings are short, and a page has few words that could be one; a page with more of them is no form. */
const wordsMax = 14;
const anchorsMax = 60;
const headingsMax = 60;

/** The row of headings that names the most columns; null when it does not name enough of them. */
export function findHeader<Column extends string>(
  view: PageView,
  book: LabelBook<Column>,
  isEnough: (columns: ReadonlySet<Column>) => boolean,
): Header<Column> | null {
  let best: { header: Header<Column>; known: number } | null = null;
  const anchors = view.segments.filter(
    (segment) => segment.words.length <= wordsMax && columnOf(book, segment.text) !== null,
  );
  for (const anchor of anchors.slice(0, anchorsMax)) {
    const header = headerAround(view, book, anchor);
    const columns = new Set(header.headings.flatMap(({ column }) => (column === null ? [] : [column])));
    if (isEnough(columns) && columns.size > (best?.known ?? 0)) best = { header, known: columns.size };
  }
  return best?.header ?? null;
}

function columnOf<Column extends string>(book: LabelBook<Column>, text: string): Column | null {
  for (const column in book) if (isWholly(book[column], text)) return column;
  return null;
}

function headerAround<Column extends string>(view: PageView, book: LabelBook<Column>, anchor: Segment): Header<Column> {
  const own = cellAround(view, anchor.box);
  const reach = anchor.box[3] * 1.9;
  const band = own.isClosed && own.box[3] < 0.12 ? own.box : null;
  const level = view.segments.filter((segment) =>
    band
      ? centreOf(segment.box) > topOf(band) - 0.002 && centreOf(segment.box) < bottomOf(band) + 0.002
      : Math.abs(centreOf(segment.box) - centreOf(anchor.box)) < reach || isFirstOfThree(view, segment, anchor),
  );
  const few = level.slice(0, headingsMax);
  const narrow = few.filter((segment) => segment === anchor || !isTitleOver(segment, few));
  const groups = groupsOf(view, narrow, band !== null);
  const headings = withoutValues(groups.flatMap((group) => headingOf(view, book, group, anchor, band !== null)));
  headings.sort((a, b) => leftOf(a.box) - leftOf(b.box));
  const known = headings.filter((heading) => heading.column !== null).map((heading) => heading.box);
  const text = boxAround(known.length > 0 ? known : headings.map((heading) => heading.box));
  // a row whose upper line was not seen stands in the same cells as the headings: the header ends with its words
  return { headings, box: band ? [0, topOf(band), 1, Math.min(band[3], bottomOf(text) + 0.004 - topOf(band))] : text };
}

/** The headings hang from different heights: the first line of three stands over two that are level with the anchor. */
function isFirstOfThree(view: PageView, segment: Segment, anchor: Segment): boolean {
  const [second] = wrappedLines(view, segment).map((lines) => lines.at(-1));
  const third = second && lineAfter(view, second);
  return third !== undefined && Math.abs(centreOf(third.box) - centreOf(anchor.box)) < anchor.box[3] * 0.6;
}

/** A band may hold the table's name above the headings, and the first row below them where the line between was not seen. */
function withoutValues<Column extends string>(headings: readonly Heading<Column>[]): Heading<Column>[] {
  const known = headings.filter(({ column }) => column !== null);
  const isOff = (box: Box, one: Box) => topOf(box) > centreOf(one) || bottomOf(box) < topOf(one);
  return headings.filter(
    ({ column, box }) =>
      column !== null || !known.some((one) => isOff(box, one.box) && sharedWidth(one.box, box) > 0.5),
  );
}

/** A line that spans several others that stand side by side is a title of the table, not a heading in it. */
function isTitleOver(segment: Segment, level: readonly Segment[]): boolean {
  const under = level.filter(
    (other) => other !== segment && sharedWidth(other.box, segment.box) > 0.5 && other.box[2] < segment.box[2],
  );
  return under.some((one) => under.some((other) => one !== other && sharedWidth(one.box, other.box) === 0));
}

/** Segments that stand one below the other, or in one cell, are one heading. */
function groupsOf(view: PageView, level: readonly Segment[], isRuled: boolean): Segment[][] {
  const groups: Segment[][] = [];
  for (const segment of [...level].sort((a, b) => topOf(a.box) - topOf(b.box))) {
    const own = isRuled ? cellAround(view, segment.box).box : null;
    // a "cell" as wide as the page is a band without upright lines
    const cell = own !== null && own[2] < 0.9 ? own : null;
    const group = groups.find((members) =>
      members.some((other) =>
        cell
          ? isSameBox(cell, cellAround(view, other.box).box) && sharedWidth(other.box, segment.box) > 0.05
          : sharedWidth(other.box, segment.box) > 0.3 &&
            topOf(segment.box) - bottomOf(other.box) < segment.box[3] * 1.5,
      ),
    );
    if (group) group.push(segment);
    else groups.push([segment]);
  }
  return groups;
}

const isSameBox = (a: Box, b: Box) =>
  Math.abs(leftOf(a) - leftOf(b)) < 0.004 && Math.abs(rightOf(a) - rightOf(b)) < 0.004;

/** Of lines that stand one below the other, the longest run that names a column; without one, those level with the anchor. */
function headingOf<Column extends string>(
  view: PageView,
  book: LabelBook<Column>,
  group: readonly Segment[],
  anchor: Segment,
  isRuled: boolean,
): Heading<Column>[] {
  const cell = isRuled ? cellAround(view, group[0]?.box ?? anchor.box).box : null;
  for (let length = group.length; length > 0; length--) {
    for (let from = 0; from + length <= group.length; from++) {
      const run = group.slice(from, from + length);
      const column = isTouching(run, anchor) ? columnOf(book, joined(run)) : null;
      if (column !== null)
        return [{ column, text: joined(run), box: boxAround(run.map((segment) => segment.box)), cell }];
    }
  }
  const level = isRuled
    ? group
    : group.filter((segment) => Math.abs(centreOf(segment.box) - centreOf(anchor.box)) < anchor.box[3] * 0.6);
  if (level.length === 0) return [];
  return [{ column: null, text: joined(level), box: boxAround(level.map((segment) => segment.box)), cell }];
}

/** A heading's lines follow each other closely and the run reaches the level of the anchor. */
function isTouching(run: readonly Segment[], anchor: Segment): boolean {
  const box = boxAround(run.map((segment) => segment.box));
  const isLevel = topOf(box) < bottomOf(anchor.box) && bottomOf(box) > topOf(anchor.box);
  return (
    isLevel &&
    run.every(
      (segment, i) => i === 0 || topOf(segment.box) - bottomOf(run[i - 1]?.box ?? segment.box) < segment.box[3] * 0.8,
    )
  );
}

function joined(run: readonly Segment[]): string {
  return run.reduce((text, segment) => {
    if (text === '') return segment.text;
    return text.endsWith('-') ? text + segment.text : `${text} ${segment.text}`;
  }, '');
}

/** Left and right end of each column. Ruling lines decide; without them the emptiest gap between two headings. */
export function columnRanges<Column extends string>(
  view: PageView,
  { headings, box }: Header<Column>,
  body: readonly Box[],
): { heading: Heading<Column>; left: number; right: number }[] {
  const edges = headings
    .slice(1)
    .map((heading, i) => edgeBetween(view, headings[i]?.box ?? heading.box, heading.box, box, body));
  return headings.map((heading, i) => ({
    heading,
    left:
      edges[i - 1] ??
      Math.min(leftOf(heading.box) - 0.02, heading.cell ? leftOf(heading.cell) : 1, firstLeft(body, heading.box)),
    right: edges[i] ?? 1,
  }));
}

/** The first column may begin left of its heading, where the heading is centred. */
function firstLeft(body: readonly Box[], heading: Box): number {
  const near = body.filter((box) => sharedWidth(box, heading) > 0 && topOf(box) > topOf(heading)).map(leftOf);
  return Math.min(leftOf(heading), ...near) - 0.005;
}

function edgeBetween(view: PageView, left: Box, right: Box, header: Box, body: readonly Box[]): number {
  const [from, to] = [middleOf(left), middleOf(right)];
  const drawn = view.upright.find((rule) => {
    const x = middleOf(rule.box);
    const isLevel = topOf(rule.box) < bottomOf(header) + 0.03 && bottomOf(rule.box) > topOf(header);
    return isLevel && x > from && x < to && x > rightOf(left) - 0.01 && x < leftOf(right) + 0.01;
  });
  return drawn ? middleOf(drawn.box) : widestGap(body, from, to, [left, right]);
}

/** The widest stretch that the fewest words cross; headings count as words. */
function widestGap(body: readonly Box[], from: number, to: number, headings: readonly Box[]): number {
  const step = 0.002;
  const boxes = [...body, ...headings].filter((box) => rightOf(box) > from - 0.3 && leftOf(box) < to + 0.05);
  let best = { crossing: Number.POSITIVE_INFINITY, length: 0, middle: (from + to) / 2 };
  let run = { crossing: -1, start: from };
  for (let x = from; x <= to + step; x += step) {
    const crossing = x > to ? -2 : boxes.filter((box) => leftOf(box) < x && rightOf(box) > x).length;
    if (crossing === run.crossing) continue;
    const length = x - run.start;
    const isBetter =
      run.crossing >= 0 && (run.crossing < best.crossing || (run.crossing === best.crossing && length > best.length));
    if (isBetter) best = { crossing: run.crossing, length, middle: run.start + length / 2 };
    run = { crossing, start: x };
  }
  return best.middle;
}
