import type { Box } from '#shared/domain/reading.ts';
import { bottomOf, centreOf, leftOf, middleOf, rightOf, sharedHeight, topOf } from '#shared/reading/box-geometry.ts';
import { findDates } from './dates.ts';
import { readHours } from './hours.ts';
import type { PageView } from './page-view.ts';

type Span = readonly [from: number, to: number];
type Column = { left: number; right: number };

/** The part of a page below a table's headings; `keys` are the columns that every row fills with one value (date, hours). */
export type Body = { view: PageView; top: number; bottom: number; ranges: readonly Column[]; keys: readonly Column[] };

/** A row higher than this is not one row of a form. */
const rowHeightMax = 0.16;
const rowsMax = 200;

/** Where each row of a table begins and ends: by its form fields, by ruling lines, or by its dates and hours. */
export function rowsOfBody(body: Body): Span[] {
  const byFields = rowsByFields(body);
  if (byFields.length > 0) return byFields.slice(0, rowsMax);
  const ruled = rowsByRules(body);
  if (ruled.length === 0) return rowsByKeys(body, body.top, body.bottom).slice(0, rowsMax);
  return ruled
    .flatMap(([from, to]) => (keysIn(body, from, to).length > 1 ? rowsByKeys(body, from, to) : [[from, to] as Span]))
    .slice(0, rowsMax); // prettier-ignore
}

function rowsByFields({ view, top, bottom, ranges }: Body): Span[] {
  const [first, last] = [ranges[0], ranges.at(-1)];
  const entries = view.entries
    .filter(({ box }) => centreOf(box) > top && centreOf(box) < bottom)
    .filter(({ box }) => middleOf(box) > (first?.left ?? 0) && middleOf(box) < (last?.right ?? 1))
    .sort((a, b) => centreOf(a.box) - centreOf(b.box));
  const rows: Box[] = [];
  for (const { box } of entries) {
    const row = rows.at(-1);
    if (row && sharedHeight(row, box) > 0.5) continue;
    if (row && topOf(box) - bottomOf(row) > rowHeightMax) break;
    rows.push(box);
  }
  if (rows.length < 2) return [];
  return rows.map((box, i) => {
    const [before, after] = [rows[i - 1], rows[i + 1]];
    const from = before ? (bottomOf(before) + topOf(box)) / 2 : topOf(box) - 0.004;
    // what stands in the last row, such as a second box to tick, reaches as far below its fields as in the rows before
    const room = before ? Math.max(0.004, topOf(box) - bottomOf(before)) : 0.004;
    return [
      from,
      after ? (bottomOf(box) + topOf(after)) / 2 : Math.min(bottomOf(box) + room, Math.max(bottom, bottomOf(box))),
    ];
  });
}

/** Level lines through the middle of the table; rows go on until there is no line close enough below. */
function rowsByRules({ view, top, bottom, ranges }: Body): Span[] {
  const widest = [...ranges].sort((a, b) => b.right - b.left - (a.right - a.left))[0];
  const middle = widest ? (Math.max(widest.left, 0) + Math.min(widest.right, 1)) / 2 : 0.5;
  const levels = view.level
    .filter((rule) => leftOf(rule.box) <= middle && rightOf(rule.box) >= middle)
    .map((rule) => centreOf(rule.box))
    .filter((y) => y > top - 0.012 && y < bottom + 0.02)
    .sort((a, b) => a - b)
    .filter((y, i, all) => i === 0 || y - (all[i - 1] ?? 0) > 0.004);
  const rows: Span[] = [];
  let from = Math.min(top, levels[0] ?? top);
  for (const y of levels) {
    if (y - from > 0.006) {
      if (
        y - from > rowHeightMax &&
        keysIn({ view, top, bottom, ranges, keys: [] }, from, y).length === 0 &&
        rows.length > 0
      )
        break;
      rows.push([from, y]);
    }
    from = y;
  }
  return rows.length < 2 ? [] : rows;
}

/** "03/02/2026 –" at a line's end: the next line is the range's last day, no row of its own. */
const rangeGoesOn = /(?:[-–—&]|\b(?:to|and|thru|through|al))\s*$/i;

/** Places of dates and hours in the key columns, the column with most of them. */
function keysIn({ view, keys }: Body, from: number, to: number): Box[] {
  const perColumn = keys.map(({ left, right }) => {
    const lines = view.segments.filter(
      ({ box }) => centreOf(box) > from && centreOf(box) < to && rightOf(box) > left && leftOf(box) < right,
    );
    let isOpen = false;
    return lines.flatMap((segment) => {
      const words = segment.words.filter((word) => middleOf(word.box) > left && middleOf(word.box) <= right);
      const text = words.map((word) => word.text).join(' ');
      const isKey = (findDates(text).length > 0 || readHours(text) !== null) && !isOpen;
      if (text !== '') isOpen = rangeGoesOn.test(text);
      return isKey && words[0] ? [words[0].box] : [];
    });
  });
  return perColumn.sort((a, b) => b.length - a.length)[0] ?? [];
}

/** Without lines a row is what belongs to one date or one number of hours: cut at the widest gap between two of them. */
function rowsByKeys(body: Body, from: number, to: number): Span[] {
  const keys = [...keysIn(body, from, to)].sort((a, b) => centreOf(a) - centreOf(b));
  const [first] = keys;
  if (first === undefined) return [];
  const lines = linesIn(body, from, to);
  const cuts = keys.slice(1).map((key, i) => cutBetween(lines, keys[i] ?? first, key));
  const last = keys.at(-1) ?? first;
  const gaps = cuts.map((cut, i) => cut - (cuts[i - 1] ?? from));
  const usual = gaps.length > 0 ? Math.max(...gaps) : last[3] * 4;
  const end = Math.min(to, lastLineNear(lines, last, bottomOf(last) + usual) + 0.002);
  return keys.map((_key, i) => [cuts[i - 1] ?? from, cuts[i] ?? end]);
}

function linesIn({ view, ranges }: Body, from: number, to: number): Box[] {
  const [first, last] = [ranges[0], ranges.at(-1)];
  return view.segments
    .map((segment) => segment.box)
    .filter(
      (box) =>
        centreOf(box) > from &&
        centreOf(box) < to &&
        rightOf(box) > (first?.left ?? 0) &&
        leftOf(box) < (last?.right ?? 1),
    )
    .sort((a, b) => topOf(a) - topOf(b));
}

/** The widest empty stripe between two keys; where all are alike, just above the lower one: values hang from their first line. */
function cutBetween(lines: readonly Box[], upper: Box, lower: Box): number {
  const between = lines.filter((box) => bottomOf(box) > centreOf(upper) && topOf(box) < centreOf(lower));
  let best = { gap: -1, at: topOf(lower) - 0.001 };
  let reached = bottomOf(upper);
  for (const box of between) {
    const gap = topOf(box) - reached;
    if (gap > best.gap * 1.15 || (gap > best.gap * 0.85 && gap > 0))
      best = { gap: Math.max(gap, best.gap), at: topOf(box) - Math.max(gap, 0) / 2 };
    reached = Math.max(reached, bottomOf(box));
  }
  return best.gap <= 0 ? topOf(lower) - 0.001 : best.at;
}

/** The lines of the last row follow each other closely. */
function lastLineNear(lines: readonly Box[], key: Box, most: number): number {
  let reached = bottomOf(key);
  for (const box of lines) {
    if (topOf(box) < topOf(key) || topOf(box) > most) continue;
    if (topOf(box) - reached > box[3] * 0.9) break;
    reached = Math.max(reached, bottomOf(box));
  }
  return reached;
}
