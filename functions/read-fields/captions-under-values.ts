import type { Box } from '#shared/domain/reading.ts';
import { bottomOf, leftOf, middleOf, topOf } from '#shared/reading/box-geometry.ts';
import type { Segment } from '#shared/reading/lines-of-page.ts';
import type { FoundLabel } from './labels.ts';
import type { PageView } from './page-view.ts';

/** Times the height of the larger: a caption hugs what it names. */
const hugMax = 1.3;
/** Of the other gap: clearly nearer. */
const nearerShare = 0.6;
const captionsMin = 2;

/** A label on a line of its own that stands on such a page may name what is printed above it. */
export const mayCaption = (label: FoundLabel): boolean => isAlone(label) && !label.hasColon;

const known = new WeakMap<PageView, boolean>();

/**
 * Some pages print what a value means in small letters under it, without any line between. They do it all over: each
 * caption is nearer to what stands above it than to what stands below, and smaller.
 */
export function hasCaptionsUnder(view: PageView, labels: readonly FoundLabel[]): boolean {
  const answer = known.get(view) ?? countCaptions(view, labels);
  known.set(view, answer);
  return answer;
}

function countCaptions(view: PageView, labels: readonly FoundLabel[]): boolean {
  const alone = labels.filter((label) => label.page === view.number && mayCaption(label));
  const votes = alone.map(({ box, segment }) => voteOf(view, box, segment));
  return votes.filter((vote) => vote > 0).length >= captionsMin && !votes.some((vote) => vote < 0);
}

/** "awarded to", "for completing" lead on to what follows; they caption nothing. */
const leadsOn = /^for\b|\b(?:to|by|that|in|of|on|for|completing|completed|attended|attending|a|por)$/i;
const isAlone = ({ segment, from, to, text }: FoundLabel) =>
  from === 0 && to === segment.words.length && !leadsOn.test(text);

function voteOf(view: PageView, box: Box, segment: Segment): number {
  const above = segmentAbove(view, box, segment);
  const [up, down] = [above ? topOf(box) - bottomOf(above.box) : 1, gapBelow(view, box, segment)];
  if (above && up < down * nearerShare && box[3] < above.box[3] * 0.95) return 1;
  return down < up * nearerShare && down < box[3] * hugMax ? -1 : 0;
}

const isOver = (one: Box, other: Box) =>
  Math.abs(middleOf(one) - middleOf(other)) < 0.015 || Math.abs(leftOf(one) - leftOf(other)) < 0.01;

/** What a caption hugs from below: the nearest print above it, about the same middle or at the same edge. */
export function segmentAbove(view: PageView, box: Box, own: Segment): Segment | null {
  const [nearest] = view.segments
    .filter((segment) => segment !== own && topOf(segment.box) < topOf(box) && isOver(segment.box, box))
    .sort((a, b) => bottomOf(b.box) - bottomOf(a.box));
  if (nearest === undefined) return null;
  return topOf(box) - bottomOf(nearest.box) < Math.max(nearest.box[3], box[3]) * hugMax ? nearest : null;
}

function gapBelow(view: PageView, box: Box, own: Segment): number {
  const gaps = view.segments
    .filter((segment) => segment !== own && topOf(segment.box) > topOf(box) && isOver(segment.box, box))
    .map((segment) => topOf(segment.box) - bottomOf(box));
  return Math.min(1, ...gaps);
}
