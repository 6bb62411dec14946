import type { PaintedPage } from '../render-page.ts';
import { levelOf } from './even-light.ts';

/** A sheet is looked for where its surroundings are 25 darker than its middle (`findSheet`): with less than this nobody need look. */
const darkerBy = 10;
/** Pages are looked at as if they were so long, every third place of a row and of a column. */
const longSide = 400;
const hop = 3;
/** Shares of the page: its rim, and its middle. */
const rim = 0.03;
const middle = 0.3;

/** Whether a desk may show around the sheet; no, on nearly every page that was drawn. */
export function mayShowDesk(page: PaintedPage): boolean {
  const side = Math.max(1, Math.round(Math.max(page.width, page.height) / longSide));
  const [around, inside]: [number[], number[]] = [[], []];
  for (let y = 0; y + side <= page.height; y += side * hop) {
    for (let x = 0; x + side <= page.width; x += side * hop) {
      const kept = isRim(page, x, y, side) ? around : isMiddle(page, x, y) ? inside : null;
      kept?.push(brightnessOf(page, x, y, side));
    }
  }
  return usual(inside) - usual(around) > darkerBy;
}

const usual = (levels: readonly number[]) =>
  levelOf({ width: levels.length, height: 1, data: Uint8Array.from(levels) }, 0.6);

function isRim({ width, height }: PaintedPage, x: number, y: number, side: number): boolean {
  const reach = Math.max(side * 2, Math.min(width, height) * rim);
  return x < reach || y < reach || x + side > width - reach || y + side > height - reach;
}

const isMiddle = ({ width, height }: PaintedPage, x: number, y: number) =>
  Math.abs(x / width - 0.5) < middle && Math.abs(y / height - 0.5) < middle;

/** The mean of the three colours in a square. */
function brightnessOf({ stride, words }: PaintedPage, left: number, top: number, side: number): number {
  let sum = 0;
  for (let y = top; y < top + side; y++) {
    for (let at = y * stride + left; at < y * stride + left + side; at++) {
      const word = words[at] ?? 0;
      sum += ((word >>> 16) & 255) + ((word >>> 8) & 255) + (word & 255);
    }
  }
  return sum / (3 * side * side);
}
