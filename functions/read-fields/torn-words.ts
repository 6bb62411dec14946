import type { FieldValue } from '#shared/domain/document.ts';
import type { Box } from '#shared/domain/reading.ts';
import { leftOf, rightOf, sharedHeight } from '#shared/reading/box-geometry.ts';
import type { PageView } from './page-view.ts';

/** A guess: below what any rule believes. */
const tornMax = 0.55;
/** Times the height of the line, as wide as a space between words. */
const gapMax = 1.2;

/**
 * "Southern ▒▒▒▒ Training Network": ink of the size of a word beside a value is a word that could not be read, and the
 * value may be half a name. It is kept, but not believed.
 */
export function unlessTorn(views: readonly PageView[], value: FieldValue | null): FieldValue | null {
  const view = views.find(({ number }) => number === value?.page);
  if (value === null || value.box === null || view === undefined) return value;
  const { box } = value;
  const isTorn = view.ink.some((ink) => isWordBeside(view, box, ink));
  return isTorn ? { ...value, confidence: Math.min(value.confidence, tornMax) } : value;
}

function isWordBeside(view: PageView, value: Box, ink: Box): boolean {
  const reach = (value[3] * view.height * gapMax) / view.width;
  const gap = Math.max(leftOf(ink) - rightOf(value), leftOf(value) - rightOf(ink));
  const isAlike = ink[3] > value[3] * 0.4 && ink[3] < value[3] * 1.8 && sharedHeight(ink, value) > 0.6;
  return isAlike && gap > -reach * 0.3 && gap < reach;
}
