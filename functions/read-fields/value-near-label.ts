import type { Box, RuleLine, Word } from '#shared/domain/reading.ts';
import {
  bottomOf,
  boxAround,
  centreOf,
  holdsCentreOf,
  leftOf,
  middleOf,
  rightOf,
  sharedHeight,
  sharedWidth,
  topOf,
} from '#shared/reading/box-geometry.ts';
import { type Segment, surenessOf } from '#shared/reading/lines-of-page.ts';
import { wordsAcross } from './across-divider.ts';
import { hangsOver, lineBelow, lineBeside, lineOfCaption } from './caption-lines.ts';
import { hasCaptionsUnder, mayCaption, segmentAbove } from './captions-under-values.ts';
import type { FoundLabel } from './labels.ts';
import { boxOfWords, cellAround, type PageView } from './page-view.ts';
import { goesOn, hasRuleBetween } from './wrapped-labels.ts';

/** What stands in the place that a label names. An empty `text` means the place is there and nothing is written in it. */
export type Found = {
  text: string;
  box: Box;
  page: number;
  sureness: number;
  how: 'field' | 'same-line' | 'cell' | 'beside' | 'above' | 'below' | 'phrase' | 'guess';
};

/** The places where the value of a label may stand, the most natural first. */
export function valuesNear(view: PageView, label: FoundLabel, labels: readonly FoundLabel[]): Found[] {
  const sheet: Sheet = { view, labels: labels.filter((other) => other.page === label.page) };
  const same = foundOf(view, restOfSegment(label, sheet.labels), 'same-line');
  if (same) return [continued(sheet, begun(sheet, same, label), leftOf(same.box) - leftOf(label.box) > 0.05)];
  const cell = inCell(sheet, label);
  if (cell) return [cell];
  const line = lineBeside(sheet, label);
  if (line) return [begun(sheet, onLine(sheet, line, label.box, 'beside'), label)];
  return aroundLabel(sheet, label);
}

/** Beside the label, on its line above or below it: what the page's other labels do decides. */
function aroundLabel(sheet: Sheet, label: FoundLabel): Found[] {
  const { view, labels } = sheet;
  const across = () => foundOf(view, wordsAcross(view, labels, label), 'beside');
  const beside = besideLabel(sheet, label) ?? farAmount(sheet, label) ?? across();
  const above = aboveLabel(sheet, label);
  const below = belowLabel(sheet, label);
  const isPrefix = label.hasColon && !label.text.endsWith('?');
  if (beside === null && isLeftEmpty(sheet, label, isPrefix, above)) return [blank(view, label.box, 'beside')];
  const isWrittenAbove = above !== null && (above.text !== '' || beside === null);
  const order = (isWrittenAbove ? [above, beside, below] : [beside, above, below]).filter((found) => found !== null);
  const isCaption = !isPrefix && (order.length === 0 || (above !== null && hangsOver(view, labels)));
  const toWriteOn = isCaption ? lineBelow(view, label.box) : null;
  return toWriteOn ? [onLine(sheet, toWriteOn, label.box, 'below')] : order;
}

const isLeftEmpty = (sheet: Sheet, label: FoundLabel, isPrefix: boolean, above: Found | null) =>
  isPrefix ? writesBeside(sheet) : above === null && !label.text.endsWith('?') && isInColumnOfLabels(sheet, label);

/** On a page where values stand beside "Label:", such a label with nothing beside it was left empty. */
function writesBeside(sheet: Sheet): boolean {
  const beside = sheet.labels.filter((label) => {
    if (!label.hasColon) return false;
    return restOfSegment(label, sheet.labels).length > 0 || besideLabel(sheet, label) !== null;
  });
  return beside.length >= 2;
}

/** Labels one below the other with their values in a column of their own: what stands below one is the next label. */
function isInColumnOfLabels(sheet: Sheet, label: FoundLabel): boolean {
  const values = sheet.labels
    .filter((other) => other !== label && Math.abs(leftOf(other.box) - leftOf(label.box)) < 0.01)
    .flatMap((other) => {
      const found = besideLabel(sheet, other);
      return found ? [found.box] : [];
    });
  return values.some((one) => values.filter((other) => Math.abs(leftOf(one) - leftOf(other)) < 0.015).length >= 3);
}

type Sheet = { view: PageView; labels: readonly FoundLabel[] };

function foundOf(view: PageView, words: readonly Word[], how: Found['how']): Found | null {
  const real = words.filter((word, i) => !(i === 0 && /^[:–—-]$/.test(word.text)) && !/^_+$/.test(word.text));
  if (real.length === 0) return null;
  const text = real
    .map((word) => word.text)
    .join(' ')
    .replace(/^:\s*/, '')
    .trim(); // prettier-ignore
  if (isPrompt(text)) return null;
  return { text, box: boxOfWords(real), page: view.number, sureness: surenessOf(real), how };
}

/** What an office program shows in a place where nothing is written yet. */
export const isPrompt = (text: string) =>
  /^(?:(?:click|tap)\b.{0,20}\b(?:enter|type|choose|add)\b|(?:enter|type) (?:text|name|date|here)|choose an item|select an? |mm\s?\/\s?dd\s?\/\s?yy(?:yy)?$)/i.test(
    text,
  );

const blank = (view: PageView, box: Box, how: Found['how']): Found => ({
  text: '',
  box,
  page: view.number,
  sureness: 1,
  how,
});

function restOfSegment(label: FoundLabel, labels: readonly FoundLabel[]): Word[] {
  const next = labels
    .filter((other) => other.segment === label.segment && other.from >= label.to)
    .map((other) => other.from);
  return label.segment.words.slice(label.to, Math.min(label.segment.words.length, ...next));
}

function wordsOf(segment: Segment, labels: readonly FoundLabel[]): Word[] {
  const own = labels.filter((label) => label.segment === segment);
  const first = Math.min(segment.words.length, ...own.map((label) => label.from));
  return segment.words.slice(0, first);
}

const isLabelSegment = (sheet: Sheet, segment: Segment) =>
  sheet.labels.some((label) => label.segment === segment && label.from <= 1) || /:$/.test(segment.text);

/** A cell that holds the label and nothing else of its kind: the value is the rest of it, or the cell to the right. */
function inCell(sheet: Sheet, label: FoundLabel): Found | null {
  const { view } = sheet;
  const { box, isClosed } = cellAround(view, label.box);
  if (!isClosed || box[3] > 0.2) return null;
  const others = sheet.labels.filter((other) => other !== label && holdsCentreOf(box, other.box));
  if (others.length > 0) return null;
  const inside = view.segments
    .filter((segment) => segment !== label.segment && holdsCentreOf(box, segment.box))
    .filter((segment) => !holdsCentreOf(label.box, segment.box))
    .filter((segment) => topOf(segment.box) > topOf(label.box) || leftOf(segment.box) > rightOf(label.box));
  const found = foundOf(
    view,
    inside.flatMap((segment) => segment.words),
    'cell',
  ); // prettier-ignore
  if (found) return found;
  if (isCaption(label.box, box)) return blank(view, box, 'cell');
  return inNextCell(sheet, label.box, box);
}

/** A caption hangs in the upper part of a cell that has room to write below it. */
function isCaption(label: Box, cell: Box): boolean {
  const room = bottomOf(cell) - bottomOf(label);
  return room > label[3] * 1.1 && room > (topOf(label) - topOf(cell)) * 1.8;
}

function inNextCell(sheet: Sheet, label: Box, own: Box): Found | null {
  const point: Box = [rightOf(own) + 0.004, centreOf(label), 0.002, 0];
  const { box, isClosed } = cellAround(sheet.view, point);
  const isLevel = Math.abs(topOf(box) - topOf(own)) < 0.012 && Math.abs(bottomOf(box) - bottomOf(own)) < 0.012;
  if (!isClosed || !isLevel) return null;
  if (sheet.labels.some((other) => holdsCentreOf(box, other.box))) return null;
  const inside = sheet.view.segments.filter((segment) => holdsCentreOf(box, segment.box));
  return (
    foundOf(
      sheet.view,
      inside.flatMap((segment) => segment.words),
      'cell',
    ) ?? blank(sheet.view, box, 'cell')
  ); // prettier-ignore
}

/** Whatever is written on a line: words that stand on it, up to two and a half lines of the label high. */
export function onLine(sheet: Sheet, rule: RuleLine, label: Box, how: 'beside' | 'above' | 'below'): Found {
  const height = Math.max(label[3] * 2.4, 0.024);
  const area: Box = [
    leftOf(rule.box) - 0.008,
    centreOf(rule.box) - height,
    rule.box[2] + 0.016,
    height + label[3] * 0.5,
  ];
  const words = sheet.view.segments
    .filter((segment) => sharedWidth(segment.box, area) > 0)
    .flatMap((segment) => wordsOf(segment, sheet.labels))
    .filter((word) => holdsCentreOf(area, word.box));
  const lowest = Math.max(...words.map((word) => bottomOf(word.box)));
  const isOnIt = how !== 'above' || centreOf(rule.box) - lowest < label[3] * 1.1;
  const standing = isOnIt ? words.filter((word) => lowest - bottomOf(word.box) < word.box[3] * 0.8) : [];
  return foundOf(sheet.view, standing, how) ?? blank(sheet.view, area, how);
}

function besideLabel(sheet: Sheet, label: FoundLabel): Found | null {
  const { view } = sheet;
  const row = view.segments
    .filter((segment) => leftOf(segment.box) > rightOf(label.box) - 0.005 && sharedHeight(segment.box, label.box) > 0.4)
    .sort((a, b) => leftOf(a.box) - leftOf(b.box));
  const words: Word[] = [];
  let from = rightOf(label.box);
  for (const segment of row) {
    const reach = words.length > 0 ? 0.05 : label.hasColon ? 0.35 : 0.25;
    if (isLabelSegment(sheet, segment) || leftOf(segment.box) - from > reach) break;
    if (hasUprightBetween(view, from, segment.box)) break;
    words.push(...wordsOf(segment, sheet.labels));
    from = rightOf(segment.box);
  }
  const found = foundOf(view, words, 'beside');
  return found && continued(sheet, begun(sheet, found, label), true);
}

/** A value too long for its place is set in several lines; its label may stand beside the last of them. */
function begun(sheet: Sheet, found: Found, label: FoundLabel): Found {
  if (found.text === '') return found;
  let all = found;
  let first = found.box;
  for (const segment of [...sheet.view.segments].reverse()) {
    const isApart = leftOf(segment.box) > rightOf(label.box) - 0.005 && sharedHeight(segment.box, label.box) < 0.5;
    if (!isApart || !goesOn(sheet.view, segment.box, first)) continue;
    if (isLabelSegment(sheet, segment) || hasLabelLevelWith(sheet, segment)) break;
    first = segment.box;
    all = { ...all, text: `${segment.text} ${all.text}`, box: boxAround([all.box, segment.box]) };
  }
  return all;
}

/** A sum may stand at the far end of its line, where nothing else stands between. */
function farAmount(sheet: Sheet, label: FoundLabel): Found | null {
  const [next] = sheet.view.segments
    .filter(({ box }) => leftOf(box) > rightOf(label.box) && sharedHeight(box, label.box) > 0.4)
    .sort((a, b) => leftOf(a.box) - leftOf(b.box));
  if (next === undefined || !/^\W*\d{1,3}(?:[.,]\d{1,2})?\s?[¼½¾]?(?:\s+(?:hours?|hrs?|ceus?))?\W*$/i.test(next.text))
    return null;
  return foundOf(sheet.view, next.words, 'beside');
}

function hasUprightBetween(view: PageView, from: number, to: Box): boolean {
  return view.upright.some(
    (rule) =>
      middleOf(rule.box) > from - 0.002 && middleOf(rule.box) < leftOf(to) + 0.002 && sharedHeight(rule.box, to) > 0.5,
  );
}

/** A long value goes on below its first line, at the same left edge; a short one only where it stands apart from its label. */
function continued(sheet: Sheet, found: Found, isApart = false): Found {
  let all = found;
  let last = found.box;
  for (const segment of sheet.view.segments) {
    const gap = topOf(segment.box) - bottomOf(last);
    const isNext = gap > -last[3] * 0.3 && gap < last[3] * 0.75 && isAligned(segment.box, found);
    const isAlike = Math.abs(segment.box[3] - last[3]) < last[3] * 0.2;
    if (!isNext || !isAlike || isLabelSegment(sheet, segment) || hasLabelLevelWith(sheet, segment)) continue;
    if (hasRuleBetween(sheet.view, last, segment.box) || (found.box[2] < 0.2 && !isApart)) continue;
    last = segment.box;
    all = { ...all, text: `${all.text} ${segment.text}`, box: boxAround([all.box, segment.box]) };
  }
  return all;
}

/** At the same left edge; below its label a value may as well be set to the right edge or to the middle. */
function isAligned(box: Box, { box: first, how }: Found): boolean {
  if (Math.abs(leftOf(box) - leftOf(first)) < 0.008) return true;
  const isSetOtherwise =
    Math.abs(rightOf(box) - rightOf(first)) < 0.006 || Math.abs(middleOf(box) - middleOf(first)) < 0.006;
  return how === 'below' && isSetOtherwise;
}

const hasLabelLevelWith = (sheet: Sheet, segment: Segment) =>
  sheet.labels.some((label) => rightOf(label.box) <= leftOf(segment.box) && sharedHeight(label.box, segment.box) > 0.4);

function aboveLabel({ view, labels }: Sheet, label: FoundLabel): Found | null {
  const rule = lineOfCaption(view, label, labels);
  return rule ? onLine({ view, labels }, rule, label.box, 'above') : overCaption({ view, labels }, label);
}

/** On a page whose captions stand under what they name, without lines. */
function overCaption({ view, labels }: Sheet, label: FoundLabel): Found | null {
  if (!mayCaption(label) || !hasCaptionsUnder(view, labels)) return null;
  const over = segmentAbove(view, label.box, label.segment);
  return over && foundOf(view, over.words, 'above');
}

function belowLabel(sheet: Sheet, label: FoundLabel): Found | null {
  const under = sheet.view.segments
    .filter((segment) => {
      const gap = topOf(segment.box) - bottomOf(label.box);
      const isNear = gap > -label.box[3] * 0.4 && gap < Math.max(label.box[3], segment.box[3]) * 1.9;
      const isAligned =
        sharedWidth(segment.box, label.box) > 0.3 || Math.abs(leftOf(segment.box) - leftOf(label.box)) < 0.015;
      return isNear && isAligned;
    })
    .sort((a, b) => topOf(a.box) - topOf(b.box));
  const [first] = under;
  if (first === undefined || isLabelSegment(sheet, first) || hasRuleBetween(sheet.view, label.box, first.box))
    return null;
  const found = foundOf(sheet.view, wordsOf(first, sheet.labels), 'below');
  return found && continued(sheet, found, looksOtherwise(label.box, found.box));
}

/** A value in larger letters than its label: what goes on below it in these letters is no label. */
const looksOtherwise = (label: Box, value: Box) => Math.abs(label[3] - value[3]) > value[3] * 0.12;
