import type { Box, Word } from '#shared/domain/reading.ts';
import {
  bottomOf,
  boxAround,
  centreOf,
  leftOf,
  middleOf,
  rightOf,
  sharedHeight,
  topOf,
} from '#shared/reading/box-geometry.ts';
import { surenessOf } from '#shared/reading/lines-of-page.ts';
import type { LabelBook } from './labels.ts';
import { boxOfWords, type Entry, type Mark, type PageView } from './page-view.ts';
import { plainText } from './phrases.ts';
import { columnRanges, findHeader } from './table-header.ts';
import { type Body, rowsOfBody } from './table-rows.ts';
import { isPrompt } from './value-near-label.ts';

/** What stands in one cell: a form field's value before print. `isField` where there is a place to write. */
export type TableCell = { text: string; box: Box; sureness: number; isField: boolean; marks: readonly Mark[] };
export type TableRow<Column extends string> = { page: number; box: Box; cells: Partial<Record<Column, TableCell>> };
export type Table<Column extends string> = {
  page: number;
  /** headings and rows, and the lines of sums below them excluded */
  box: Box;
  headings: Partial<Record<Column, string>>;
  rows: readonly TableRow<Column>[];
};

export type Range<Column extends string> = { column: Column | null; left: number; right: number };

/** What ends a table: sums, statements and signatures below it. */
const endOfTable =
  /^(?:grand |sub ?|page )?total|^sum\b|^of (?:which|these)|\bi (?:attest|affirm|certify|declare|hereby|swear)|^(?:ethics )?(?:attestation|statement|signature|signed)\b|^section\b|^part\b|^ethics (?:ceus?|hours|credits)\b.*\b(?:total|included)/;

const isEnd = (text: string) => endOfTable.test(plainText(text));

export function findTable<Column extends string>(
  view: PageView,
  book: LabelBook<Column>,
  isEnough: (columns: ReadonlySet<Column>) => boolean,
  keys: readonly Column[],
): { table: Table<Column>; ranges: Range<Column>[] } | null {
  const header = findHeader(view, book, isEnough);
  if (header === null) return null;
  const top = bottomOf(header.box);
  const { bottom, boxes } = bodyBelow(view, top, leftOf(header.headings[0]?.box ?? header.box));
  const ranges = columnRanges(view, header, boxes).map(({ heading, left, right }) => ({
    column: heading.column,
    left,
    right,
  }));
  const headings: Partial<Record<Column, string>> = {};
  for (const { column, text } of header.headings) if (column !== null) headings[column] = text;
  const table = tableOf(view, { top, bottom, ranges, keys }, headings, topOf(header.box));
  return { table, ranges };
}

/** The same columns on a following page, with or without headings there. */
export function continueTable<Column extends string>(
  view: PageView,
  ranges: readonly Range<Column>[],
  headings: Partial<Record<Column, string>>,
  keys: readonly Column[],
): Table<Column> {
  const { bottom } = bodyBelow(view, 0, 0);
  return tableOf(view, { top: 0, bottom, ranges, keys }, headings, 0);
}

type Frame<Column extends string> = {
  top: number;
  bottom: number;
  ranges: readonly Range<Column>[];
  keys: readonly Column[];
};

function tableOf<Column extends string>(
  view: PageView,
  { top, bottom, ranges, keys }: Frame<Column>,
  headings: Partial<Record<Column, string>>,
  headerTop: number,
): Table<Column> {
  const keyRanges = ranges.filter(({ column }) => column !== null && keys.includes(column));
  const body: Body = { view, top, bottom, ranges, keys: keyRanges };
  // the rule below a sum, or of the cells that hold it, is no row of the table
  const spans = rowsOfBody(body).filter(([from, to]) => (from + to) / 2 < bottom);
  const rows = spans.map(([from, to]) => rowOf(view, ranges, from, Math.min(to, bottom)));
  const used = rows.filter((row) => Object.keys(row.cells).length > 0);
  const last = Math.max(top, ...rows.map((row) => bottomOf(row.box)));
  return { page: view.number, box: [0, headerTop, 1, last - headerTop], headings, rows: used };
}

/** From the headings down to the first line that is no row any more. */
function bodyBelow(view: PageView, top: number, left: number): { bottom: number; boxes: Box[] } {
  const ends = view.segments
    .filter((segment) => topOf(segment.box) > top && isEnd(segment.text))
    .map((segment) => topOf(segment.box));
  const bottom = Math.min(1, ...ends);
  const words = view.segments
    .flatMap((segment) => segment.words)
    .filter((word) => centreOf(word.box) > top && centreOf(word.box) < bottom);
  const entries = view.entries.filter(
    (entry) => centreOf(entry.box) > top && centreOf(entry.box) < bottom && rightOf(entry.box) > left,
  );
  return { bottom, boxes: [...words.map((word) => word.box), ...entries.map((entry) => entry.box)] };
}

function rowOf<Column extends string>(
  view: PageView,
  ranges: readonly Range<Column>[],
  from: number,
  to: number,
): TableRow<Column> {
  const isIn = (box: Box, { left, right }: { left: number; right: number }) =>
    centreOf(box) > from && centreOf(box) <= to && middleOf(box) > left && middleOf(box) <= right;
  const cells: Partial<Record<Column, TableCell>> = {};
  for (const range of ranges) {
    if (range.column === null) continue;
    const words = view.segments.flatMap((segment) => segment.words).filter((word) => isIn(word.box, range));
    const entries = view.entries.filter((entry) => isIn(entry.box, range));
    const marks = view.marks.filter((mark) => isIn(mark.box, range));
    const cell = cellOf(words, entries, marks);
    if (cell) cells[range.column] = cell;
  }
  return { page: view.number, box: [0, from, 1, to - from], cells };
}

function cellOf(words: readonly Word[], entries: readonly Entry[], marks: readonly Mark[]): TableCell | null {
  const written = entries.flatMap((entry) => (entry.text === null ? [] : [entry.text]));
  const boxes = [...entries, ...words, ...marks].map((item) => item.box);
  if (boxes.length === 0) return null;
  const isField = entries.length > 0 || marks.some((mark) => mark.isField);
  const printed = written.length > 0 ? written.join(' ') : readingText(words);
  const text = isPrompt(printed) ? '' : printed;
  const from =
    entries.length > 0
      ? boxAround(entries.map((entry) => entry.box))
      : words.length > 0
        ? boxOfWords(words)
        : boxAround(boxes);
  return { text, box: from, sureness: entries.length > 0 ? 1 : surenessOf(words), isField, marks };
}

/** Words of a cell line by line; a word cut at the line's end is put together. */
function readingText(words: readonly Word[]): string {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => centreOf(a.box) - centreOf(b.box))) {
    const line = lines.at(-1);
    if (line?.[0] && sharedHeight(line[0].box, word.box) > 0.5) line.push(word);
    else lines.push([word]);
  }
  return lines
    .map((line) =>
      line
        .sort((a, b) => leftOf(a.box) - leftOf(b.box))
        .map((word) => word.text)
        .join(' '),
    ) // prettier-ignore
    .reduce((text, line) => (/\p{Ll}-$/u.test(text) ? text + line : `${text} ${line}`), '')
    .trim();
}
