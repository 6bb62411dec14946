import type { Box, PageReading, RuleLine, Word } from '#shared/domain/reading.ts';
import { bottomOf, boxAround, centreOf, leftOf, middleOf, rightOf, topOf } from '#shared/reading/box-geometry.ts';
import { cutToRegion } from '#shared/reading/cut-to-region.ts';
import { scoreMin, weighPage } from '#shared/reading/page-kind/page-evidence.ts';
import { linesOf } from '#shared/reading/page-kind/page-lines.ts';
import { scoresOf } from '#shared/reading/page-kind/score-kinds.ts';
import { certificateParts } from '#shared/reading/page-kind/whole-certificate.ts';

export type PapersOnPage = { regions: { region: Box; confidence: number }[]; mayBeSeveral: boolean };

const wholePage: Box = [0, 0, 1, 1];
/** An empty strip, as a share of the page, wider than the gaps inside one paper. */
const stripMin = { across: 0.035, down: 0.03 };
/** Eight on a page at most: three cuts one inside the other. */
const cutsMax = 3;

/**
 * Several certificates copied on one page, side by side or above each other. Each must be whole by itself: title, whom,
 * what was done, how long and when. One certificate must never become two, so anything less stays one paper.
 */
export function papersOnPage(page: PageReading): PapersOnPage {
  const regions = divide(page, wholePage, cutsMax);
  const mayBeSeveral =
    regions === null && halvesOf(page, wholePage).some((halves) => halves.every((half) => mayBeOne(page, half)));
  if (regions === null) return { regions: [], mayBeSeveral };
  return { regions: regions.map((region) => ({ region, confidence: confidenceOf(page, region) })), mayBeSeveral };
}

/** The regions of whole certificates, or null where there is but one. */
function divide(page: PageReading, region: Box, cutsLeft: number): Box[] | null {
  if (cutsLeft === 0) return null;
  const halves = halvesOf(page, region).find((both) => areTwo(page, both));
  return halves?.flatMap((half) => divide(page, half, cutsLeft - 1) ?? [half]) ?? null;
}

/** Each with its title and somebody; one of them whole, the other lacking at most what a poor picture may have lost. */
function areTwo(page: PageReading, halves: readonly Box[]): boolean {
  if (!halves.every((half) => hasTitle(page, half))) return false;
  const parts = halves.map((half) => certificateParts(linesOf(cutToRegion(page, half), true)));
  return (
    parts.every(({ somebody, hours, day }) => somebody && (hours || day)) &&
    parts.some(({ hours, day }) => hours && day)
  );
}

/** A second line that reads like a title is common on one certificate; a second person to whom it is given is not. */
const mayBeOne = (page: PageReading, half: Box) =>
  hasTitle(page, half) && certificateParts(linesOf(cutToRegion(page, half), true)).somebody;

function hasTitle(page: PageReading, region: Box): boolean {
  const [best] = scoresOf(linesOf(cutToRegion(page, region), true));
  return best?.kind === 'certificate' && best.hasTitle && best.score >= scoreMin;
}

const confidenceOf = (page: PageReading, region: Box) => weighPage(cutToRegion(page, region), true).confidence;

/** Every way to part a region along an empty strip or a line that runs all along it, the widest strip first. */
function halvesOf(page: PageReading, region: Box): [Box, Box][] {
  const { words, rules } = cutToRegion(page, region);
  // a page number or a line of a copying machine at the edge does not join what stands above it
  const inner = words.filter((word) => !isAtEdge(word));
  const across = strips(
    inner.map((word) => [leftOf(word.box), rightOf(word.box)]),
    stripMin.across,
  );
  const down = strips(
    inner.map((word) => [topOf(word.box), bottomOf(word.box)]),
    stripMin.down,
  );
  const lined = { across: linesAlong(rules, inner, 'vertical'), down: linesAlong(rules, inner, 'horizontal') };
  const [left, top, width, height] = region;
  return [
    ...[...across, ...lined.across].map((x): [Box, Box] => [
      [left, top, x - left, height],
      [x, top, left + width - x, height],
    ]),
    ...[...down, ...lined.down].map((y): [Box, Box] => [
      [left, top, width, y - top],
      [left, y, width, top + height - y],
    ]),
  ];
}

const isAtEdge = ({ box }: Word) => bottomOf(box) < 0.04 || topOf(box) > 0.96;

/** The middles of the empty strips between intervals, widest first. */
function strips(intervals: readonly (readonly [number, number])[], least: number): number[] {
  const found: { at: number; width: number }[] = [];
  let end: number | null = null;
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    if (end !== null && from - end >= least) found.push({ at: (end + from) / 2, width: from - end });
    end = Math.max(end ?? to, to);
  }
  return found
    .sort((a, b) => b.width - a.width)
    .slice(0, 6)
    .map(({ at }) => at);
}

/** Ruling lines that run along nearly all the print and cross no word. */
function linesAlong(rules: readonly RuleLine[], words: readonly Word[], direction: RuleLine['direction']): number[] {
  const [left, top, width, height] = boxAround(words.map((word) => word.box));
  const isLong = ({ box }: RuleLine) => (direction === 'vertical' ? box[3] > height * 0.9 : box[2] > width * 0.9);
  const at = ({ box }: RuleLine) => (direction === 'vertical' ? middleOf(box) : centreOf(box));
  const isInside = (rule: RuleLine) =>
    direction === 'vertical'
      ? at(rule) > left + width * 0.15 && at(rule) < left + width * 0.85
      : at(rule) > top + height * 0.15 && at(rule) < top + height * 0.85;
  const isClear = (rule: RuleLine) =>
    !words.some(({ box }) =>
      direction === 'vertical'
        ? leftOf(box) < at(rule) && rightOf(box) > at(rule)
        : topOf(box) < at(rule) && bottomOf(box) > at(rule),
    );
  return rules
    .filter((rule) => rule.direction === direction && isLong(rule) && isInside(rule) && isClear(rule))
    .map(at)
    .slice(0, 6);
}
