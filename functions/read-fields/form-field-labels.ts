import type { Box } from '#shared/domain/reading.ts';
import { bottomOf, holdsCentreOf, leftOf, rightOf, sharedHeight, topOf } from '#shared/reading/box-geometry.ts';
import type { FoundLabel, LabelBook } from './labels.ts';
import type { Entry, PageView } from './page-view.ts';
import { isWholly } from './phrases.ts';

/** Which place to write belongs to which label: beside it, above it (caption over the field) or below it (under the line). */
export function entriesOfLabels(
  view: PageView,
  labels: readonly FoundLabel[],
  entries: readonly Entry[],
): Map<FoundLabel, Entry> {
  const pairs = labels
    .filter((label) => label.page === view.number)
    .flatMap((label) => entries.map((entry) => ({ label, entry, cost: costOf(view, label.box, entry, entries) })))
    .filter((pair) => pair.cost !== null)
    .sort((a, b) => (a.cost ?? 0) - (b.cost ?? 0));
  const chosen = new Map<FoundLabel, Entry>();
  const taken = new Set<Entry>();
  for (const { label, entry } of pairs) {
    if (chosen.has(label) || taken.has(entry)) continue;
    chosen.set(label, entry);
    taken.add(entry);
  }
  return chosen;
}

/** Points of distance; a caption above is as good as one beside, one below a little less. Null when they do not go together. */
function costOf(view: PageView, label: Box, entry: Entry, entries: readonly Entry[]): number | null {
  const costs = [
    besideCost(view, label, entry, entries),
    aboveCost(view, label, entry.box),
    belowCost(view, label, entry.box),
  ];
  const possible = costs.filter((cost) => cost !== null);
  return possible.length === 0 ? null : Math.min(...possible);
}

function besideCost(view: PageView, label: Box, entry: Entry, entries: readonly Entry[]): number | null {
  const gap = leftOf(entry.box) - rightOf(label);
  if (gap < -0.02 || gap > 0.35 || sharedHeight(label, entry.box) < 0.4) return null;
  const between: Box = [rightOf(label) + 0.003, topOf(label), Math.max(0, gap - 0.006), label[3]];
  const isBlocked =
    view.segments.some((segment) => segment.box !== label && holdsCentreOf(between, segment.box)) ||
    entries.some((other) => other !== entry && holdsCentreOf(between, other.box));
  return isBlocked ? null : Math.max(0, gap) * view.width * 0.6;
}

function aboveCost(view: PageView, label: Box, entry: Box): number | null {
  const gap = (topOf(entry) - bottomOf(label)) * view.height;
  const height = label[3] * view.height;
  const isOver =
    leftOf(label) > leftOf(entry) - 0.04 &&
    leftOf(label) < rightOf(entry) &&
    topOf(label) < topOf(entry) + entry[3] * 0.3;
  if (!isOver || gap < -height || gap > height * 2.2) return null;
  return Math.max(0, gap) * 1.2 + Math.abs(leftOf(label) - leftOf(entry)) * view.width * 0.1 + 3;
}

function belowCost(view: PageView, label: Box, entry: Box): number | null {
  const gap = (topOf(label) - bottomOf(entry)) * view.height;
  const height = label[3] * view.height;
  const isUnder = leftOf(label) > leftOf(entry) - 0.04 && leftOf(label) < rightOf(entry);
  if (!isUnder || gap < -height * 0.6 || gap > height * 1.6) return null;
  return Math.max(0, gap) * 1.2 + Math.abs(leftOf(label) - leftOf(entry)) * view.width * 0.1 + 8;
}

/** Only where the page says nothing: "Submitter.LegalName" → legalName. Names are often Text1, and then this is null. */
export function fieldNamed<Field extends string>(name: string, book: LabelBook<Field>): Field | null {
  const words = name
    .split(/[.[\]]/)
    .filter((part) => part.trim() !== '' && !/^\d+$/.test(part))
    .at(-1)
    ?.replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_-]/g, ' ')
    .replace(/\d+$/, '');
  if (words === undefined) return null;
  for (const field in book) if (isWholly(book[field], words)) return field;
  return null;
}
