import type { Box } from '#shared/domain/reading.ts';
import { bottomOf, centreOf, leftOf, sharedWidth, topOf } from '#shared/reading/box-geometry.ts';
import type { Segment } from '#shared/reading/lines-of-page.ts';
import type { PageView } from './page-view.ts';

/** On pictures a line without tall letters is as low as its small ones. */
const alikeMax = 1.6;
/** A label runs over this many lines of a narrow column at most. */
const linesMax = 3;
/** Times the height of its line: the lines of one label follow each other closely. */
const gapMax = 0.75;

/** "Name:" and "Training 1" are whole. */
const endsLabel = /[:?\d]$/;

/** A line with the next one, and with the next two, where they may be one label that was too long for its column. */
export function wrappedLines(view: PageView, first: Segment): Segment[][] {
  const lines = [first];
  while (lines.length < linesMax) {
    const last = lines.at(-1) ?? first;
    const next = endsLabel.test(last.text) ? undefined : lineAfter(view, last);
    if (next === undefined) break;
    lines.push(next);
  }
  return lines.slice(1).map((_line, i) => lines.slice(0, i + 2));
}

export const lineAfter = (view: PageView, line: Segment): Segment | undefined =>
  view.segments.find((other) => other !== line && goesOn(view, line.box, other.box));

/** The lower line stands close under the upper one, as high as it, at the same left edge or middle, and no rule is between. */
export function goesOn(view: PageView, upper: Box, lower: Box): boolean {
  const gap = topOf(lower) - bottomOf(upper);
  const [least, height] = [Math.min(upper[3], lower[3]), Math.max(upper[3], lower[3])];
  const isClose = gap > -height * 0.3 && gap < height * gapMax && topOf(lower) > topOf(upper) + least * 0.5;
  const isAlike = height < least * alikeMax;
  return isClose && isAlike && Math.abs(leftOf(lower) - leftOf(upper)) < 0.008 && !hasRuleBetween(view, upper, lower);
}

export const hasRuleBetween = (view: PageView, upper: Box, lower: Box) =>
  view.level.some(
    (rule) =>
      centreOf(rule.box) > centreOf(upper) &&
      centreOf(rule.box) < centreOf(lower) &&
      sharedWidth(rule.box, lower) > 0.3,
  );
