import type { RuleLine, Word } from '#shared/domain/reading.ts';
import { leftOf, middleOf, rightOf, sharedHeight } from '#shared/reading/box-geometry.ts';
import type { FoundLabel } from './labels.ts';
import type { PageView } from './page-view.ts';

/** Labels in one column on the left of a line make it the divider of a table of facts. */
const labelsMin = 2;

/**
 * What stands behind the line that parts labels from their values, in the row of a label. In a poor picture the cells of
 * such a table are not closed; its divider is there all the same.
 */
export function wordsAcross(view: PageView, labels: readonly FoundLabel[], label: FoundLabel): Word[] {
  if (label.to < label.segment.words.length) return [];
  const [divider, next] = view.upright
    .filter((rule) => middleOf(rule.box) > rightOf(label.box) && sharedHeight(rule.box, label.box) > 0.5)
    .sort((a, b) => middleOf(a.box) - middleOf(b.box));
  if (divider === undefined || !isDivider(divider, labels, label)) return [];
  const until = next === undefined ? 1 : middleOf(next.box);
  return view.segments
    .filter(({ box }) => leftOf(box) > middleOf(divider.box) - 0.002 && rightOf(box) < until + 0.002)
    .filter((segment) => sharedHeight(segment.box, label.box) > 0.4 && !labels.some((one) => one.segment === segment))
    .sort((a, b) => leftOf(a.box) - leftOf(b.box))
    .flatMap(({ words }) => words);
}

function isDivider(divider: RuleLine, labels: readonly FoundLabel[], label: FoundLabel): boolean {
  const column = labels.filter(
    ({ box }) => Math.abs(leftOf(box) - leftOf(label.box)) < 0.02 && rightOf(box) < middleOf(divider.box),
  );
  return column.filter(({ box }) => sharedHeight(divider.box, box) > 0.5).length >= labelsMin;
}
