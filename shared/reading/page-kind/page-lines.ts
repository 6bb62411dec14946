import type { Box, PageReading } from '#shared/domain/reading.ts';
import { boxAround, sharedHeight, topOf } from '#shared/reading/box-geometry.ts';
import { type Segment, segmentsOfPage } from '#shared/reading/lines-of-page.ts';
import { mendLine } from './mend-words.ts';

/** One line of print in plain lower case, misread words mended. */
export type Line = { text: string; isHeading: boolean; box: Box };

/** More than a page of small print; what comes after does not tell its kind any better. */
const wordsMax = 2500;
const linesMax = 400;
const lettersMax = 400;
/** Of a page, or of the print in the region that is looked at. */
const topPart = 0.24;

/** The lines of a page, or of what was cut from one, from top to bottom. */
export function linesOf(page: PageReading, isCut = false): Line[] {
  const [, top, , height]: Box = isCut ? boxAround(page.words.map((word) => word.box)) : [0, 0, 1, 1];
  const segments = segmentsOfPage(page, page.words.slice(0, wordsMax)).slice(0, linesMax);
  const usual = usualHeight(segments);
  return segments.map((segment) => ({
    text: plain(segment.text),
    isHeading: segment.words.length <= 14 && (topOf(segment.box) < top + topPart * height || isLarge(segment, usual)),
    box: segment.box,
  }));
}

const isLarge = (segment: Segment, usual: number) => segment.box[3] > usual * 1.3;

function usualHeight(segments: readonly Segment[]): number {
  const heights = segments.map((one) => one.box[3]).sort((a, b) => a - b);
  return heights[Math.floor(heights.length / 2)] ?? 1;
}

function plain(text: string): string {
  const simple = text
    .slice(0, lettersMax)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’‘`]/g, "'");
  return mendLine(simple.replace(/\s+/g, ' ').trim());
}

/** What stands level is one row, however wide the gaps of its columns. */
export function rowsOf(lines: readonly Line[]): string[] {
  const rows: { first: Line; texts: string[] }[] = [];
  for (const line of lines) {
    const row = rows.findLast(({ first }) => sharedHeight(first.box, line.box) > 0.6);
    if (row) row.texts.push(line.text);
    else rows.push({ first: line, texts: [line.text] });
  }
  return rows.map(({ texts }) => texts.join(' '));
}
