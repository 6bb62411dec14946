import type { Box } from '#shared/domain/reading.ts';

/** Boxes are left, top, width, height in fractions of the page, so widths and heights do not compare with each other. */
export const leftOf = (box: Box): number => box[0];
export const topOf = (box: Box): number => box[1];
export const rightOf = (box: Box): number => box[0] + box[2];
export const bottomOf = (box: Box): number => box[1] + box[3];
export const middleOf = (box: Box): number => box[0] + box[2] / 2;
export const centreOf = (box: Box): number => box[1] + box[3] / 2;

/** The smallest box around all of them; the box of nothing is at the page's corner. */
export function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return [0, 0, 0, 0];
  const left = Math.min(...boxes.map(leftOf));
  const top = Math.min(...boxes.map(topOf));
  return [left, top, Math.max(...boxes.map(rightOf)) - left, Math.max(...boxes.map(bottomOf)) - top];
}

/** How much of the narrower box lies beside the other: 0 apart, 1 the whole. */
export function sharedWidth(a: Box, b: Box): number {
  const shared = Math.min(rightOf(a), rightOf(b)) - Math.max(leftOf(a), leftOf(b));
  const narrower = Math.min(a[2], b[2]);
  return narrower <= 0 ? (shared >= 0 ? 1 : 0) : Math.max(0, shared / narrower);
}

/** How much of the lower box lies level with the other: 0 above or below, 1 the whole. */
export function sharedHeight(a: Box, b: Box): number {
  const shared = Math.min(bottomOf(a), bottomOf(b)) - Math.max(topOf(a), topOf(b));
  const lower = Math.min(a[3], b[3]);
  return lower <= 0 ? (shared >= 0 ? 1 : 0) : Math.max(0, shared / lower);
}

export function holdsCentreOf(outer: Box, inner: Box): boolean {
  const [x, y] = [middleOf(inner), centreOf(inner)];
  return x >= leftOf(outer) && x <= rightOf(outer) && y >= topOf(outer) && y <= bottomOf(outer);
}
