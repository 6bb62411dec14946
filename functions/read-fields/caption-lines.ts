import type { Box, RuleLine } from '#shared/domain/reading.ts';
import {
  bottomOf,
  centreOf,
  leftOf,
  middleOf,
  rightOf,
  sharedHeight,
  sharedWidth,
  topOf,
} from '#shared/reading/box-geometry.ts';
import type { FoundLabel } from './labels.ts';
import type { PageView } from './page-view.ts';

/** Times a caption's height: the room for writing between it and the line below. */
const roomMin = 0.6;
const roomMax = 3.2;
/** A caption under its line hugs it. */
const hugMax = 0.8;

/** A line to write on that begins where the label ends. */
export function lineBeside({ view }: { view: PageView }, label: FoundLabel): RuleLine | null {
  const { box } = label;
  const lines = view.level.filter((rule) => {
    const start = leftOf(rule.box) - rightOf(box);
    const drop = centreOf(rule.box) - bottomOf(box);
    const isEdgeOfCell = view.upright.some(
      (edge) => Math.abs(leftOf(edge.box) - leftOf(rule.box)) < 0.006 && sharedHeight(edge.box, rule.box) > 0,
    );
    return start > -0.015 && start < 0.08 && drop > -box[3] * 0.6 && drop < box[3] * 1.3 && !isEdgeOfCell;
  });
  return lines.sort((a, b) => leftOf(a.box) - leftOf(b.box))[0] ?? null;
}

const known = new WeakMap<readonly FoundLabel[], Map<number, boolean>>();

/**
 * Small captions stand over the lines to write on, or under them, all alike on a page. A line between two captions is
 * the upper one's unless the lower one hugs it: the room over a line is for writing.
 */
export function hangsOver(view: PageView, labels: readonly FoundLabel[]): boolean {
  const pages = known.get(labels) ?? new Map<number, boolean>();
  known.set(labels, pages);
  const answer = pages.get(view.number) ?? countVotes(view, labels);
  pages.set(view.number, answer);
  return answer;
}

function countVotes(view: PageView, labels: readonly FoundLabel[]): boolean {
  const captions = labels.filter(({ page, hasColon }) => page === view.number && !hasColon).map(({ box }) => box);
  return view.level.reduce((sum, rule) => sum + voteOf(rule, captions), 0) > 0;
}

function voteOf(rule: RuleLine, captions: readonly Box[]): number {
  const hugs = captions.some((box) => {
    const gap = topOf(box) - centreOf(rule.box);
    return gap > -box[3] * 0.25 && gap < box[3] * hugMax && sharedWidth(rule.box, box) > 0.5;
  });
  if (hugs) return -1;
  return captions.some((box) => isAligned(rule, box) && isOver(rule, box)) ? 1 : 0;
}

/** The label stands under a line and names what is written on it. */
export function lineAbove(view: PageView, label: Box): RuleLine | null {
  const lines = view.level.filter((rule) => {
    const gap = topOf(label) - centreOf(rule.box);
    const isNear = gap > -label[3] * 0.25 && gap < label[3] * 1.3 && sharedWidth(rule.box, label) > 0.5;
    return isNear && (rule.box[2] < 0.75 || isCentredUnder(rule.box, label, gap));
  });
  return lines.sort((a, b) => centreOf(b.box) - centreOf(a.box))[0] ?? null;
}

/** A line across the page parts two sections, unless a caption hugs its middle. */
const isCentredUnder = (rule: Box, label: Box, gap: number) =>
  gap < label[3] * 0.9 && rule[2] < 0.9 && Math.abs(middleOf(rule) - middleOf(label)) < 0.02;

/** The line that a caption stands under. A question may be one, and a line across the page, where the others stand so. */
export function lineOfCaption(view: PageView, label: FoundLabel, labels: readonly FoundLabel[]): RuleLine | null {
  const hangUnder = () =>
    labels.filter(({ hasColon, box }) => !hasColon && lineAbove(view, box) !== null).length >= 2 &&
    !hangsOver(view, labels);
  if (label.hasColon && !(label.text.endsWith('?') && hangUnder())) return null;
  return lineAbove(view, label.box) ?? (hangUnder() ? wideLineAbove(view, label.box) : null);
}

function wideLineAbove(view: PageView, label: Box): RuleLine | null {
  const lines = view.level.filter((rule) => {
    const gap = topOf(label) - centreOf(rule.box);
    return gap > -label[3] * 0.25 && gap < label[3] * 0.9 && isAligned(rule, label);
  });
  return lines.sort((a, b) => centreOf(b.box) - centreOf(a.box))[0] ?? null;
}

/** The line to write on that a caption stands over. */
export function lineBelow(view: PageView, caption: Box): RuleLine | null {
  const lines = view.level.filter((rule) => isAligned(rule, caption) && isOver(rule, caption));
  return lines.sort((a, b) => centreOf(a.box) - centreOf(b.box))[0] ?? null;
}

const isAligned = (rule: RuleLine, box: Box) => Math.abs(leftOf(box) - leftOf(rule.box)) < 0.02;

function isOver(rule: RuleLine, box: Box): boolean {
  const room = centreOf(rule.box) - bottomOf(box);
  return room > box[3] * roomMin && room < box[3] * roomMax;
}
