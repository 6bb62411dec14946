import type { Box, PageReading, RuleLine, Word } from '#shared/domain/reading.ts';
import { bottomOf, boxAround, centreOf, leftOf, middleOf, rightOf, topOf } from '#shared/reading/box-geometry.ts';
import { cutToRegion } from '#shared/reading/cut-to-region.ts';
import { scoreMin, weighPage } from '#shared/reading/page-kind/page-evidence.ts';
import { type Line, linesOf } from '#shared/reading/page-kind/page-lines.ts';
import { hasTitleOf, scoresOf } from '#shared/reading/page-kind/score-kinds.ts';
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
  const titled = titledHalves(page, wholePage);
  const regions = divide(page, titled, cutsMax);
  // a second line that reads like a title is common on one certificate; a second person to whom it is given is not
  const mayBeSeveral = regions === null && titled.some((halves) => halves.every(({ parts }) => parts.somebody));
  return {
    regions: (regions ?? []).map((region) => ({ region, confidence: confidenceOf(page, region) })),
    mayBeSeveral,
  };
}

/** The regions of whole certificates, or null where there is but one. */
function divide(page: PageReading, titled: readonly Halves[], cutsLeft: number): Box[] | null {
  const halves = titled.find(areTwo);
  if (halves === undefined) return null;
  const deeper = (region: Box) => (cutsLeft > 1 ? divide(page, titledHalves(page, region), cutsLeft - 1) : null);
  return halves.flatMap(({ region }) => deeper(region) ?? [region]);
}

/** Each with its title and somebody; one of them whole, the other lacking at most what a poor picture may have lost. */
const areTwo = (halves: Halves) =>
  halves.every(({ parts: { somebody, hours, day } }) => somebody && (hours || day)) &&
  halves.some(({ parts: { hours, day } }) => hours && day);

type Half = { region: Box; parts: ReturnType<typeof certificateParts> };
type Halves = readonly Half[];

/** The ways to part a region at which a certificate's title stands in both halves. */
function titledHalves(page: PageReading, region: Box): Halves[] {
  return halvesOf(page, region).flatMap((halves) => {
    const titled: Half[] = [];
    for (const half of halves) {
      const lines = linesOf(cutToRegion(page, half), true);
      if (!hasTitle(lines)) return [];
      titled.push({ region: half, parts: certificateParts(lines) });
    }
    return [titled];
  });
}

/** That a title stands there is asked first: nearly everywhere it does not, and weighing all kinds takes far longer. */
function hasTitle(lines: readonly Line[]): boolean {
  if (!hasTitleOf('certificate', lines)) return false;
  const [best] = scoresOf(lines);
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
