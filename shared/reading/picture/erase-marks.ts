import type { PixelBox, Ruling } from './find-rulings.ts';
import type { GreyRaster } from './grey-raster.ts';

/** A copy without ruling lines and boxes to tick, which a recogniser of print takes for letters. */
export function eraseMarks(raster: GreyRaster, rulings: readonly Ruling[], boxes: readonly PixelBox[]): GreyRaster {
  const plain = { ...raster, data: raster.data.slice() };
  for (const ruling of rulings) eraseRuling(plain, ruling);
  for (const box of boxes) eraseBox(plain, box);
  return plain;
}

/** How far beyond the line its ink may reach before it counts as a letter that crosses it. */
const reach = 3;
const paperFrom = 190;

/** Letters that cross a line keep their strokes: only where the ink is as thin as the line is it taken away. */
function eraseRuling({ width, height, data }: GreyRaster, ruling: Ruling): void {
  const isLevel = ruling.direction === 'horizontal';
  const [from, to] = isLevel ? [ruling.left, ruling.right] : [ruling.top, ruling.bottom];
  const [near, far] = isLevel ? [ruling.top, ruling.bottom] : [ruling.left, ruling.right];
  const [length, limit] = isLevel ? [width, height] : [height, width];
  const [step, stride] = isLevel ? [width, 1] : [1, width];
  for (let along = Math.max(0, from - 2); along <= Math.min(to + 2, length - 1); along++) {
    const start = along * stride;
    const ink = thinInk(
      (across) => across < 0 || across >= limit || (data[start + across * step] ?? 255) > paperFrom,
      near,
      far,
    );
    if (ink === null) continue;
    for (let across = Math.max(0, ink.first - 2); across <= Math.min(limit - 1, ink.last + 2); across++) {
      data[start + across * step] = 255;
    }
  }
}

/** The ink of a line at one place, with paper on both sides; null when it goes on beyond the line. */
function thinInk(
  isPaper: (across: number) => boolean,
  near: number,
  far: number,
): { first: number; last: number } | null {
  let first = near - 1;
  while (first <= far && isPaper(first)) first += 1;
  let last = first;
  while (last <= far + reach && !isPaper(last + 1)) last += 1;
  return last > far + reach || !isPaper(first - 1) ? null : { first, last };
}

/** With a margin, and with the tails of a tick that reach out of the frame. */
function eraseBox({ width, height, data }: GreyRaster, { left, right, top, bottom }: PixelBox): void {
  const side = right - left;
  const margin = Math.max(4, Math.round(side * 0.15));
  const within = (x: number, y: number, by: number) =>
    x >= Math.max(0, left - by) &&
    x <= Math.min(width - 1, right + by) &&
    y >= Math.max(0, top - by) &&
    y <= Math.min(height - 1, bottom + by);
  const open: [number, number][] = [];
  const erase = (x: number, y: number) => {
    const isInk = (data[y * width + x] ?? 255) <= paperFrom;
    data[y * width + x] = 255;
    if (isInk) open.push([x, y]);
  };
  for (let y = top - margin; y <= bottom + margin; y++) {
    for (let x = left - margin; x <= right + margin; x++) if (within(x, y, margin)) erase(x, y);
  }
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = at;
    const around: [number, number][] = [
      [x - 1, y],
      [x + 1, y],
      [x, y - 1],
      [x, y + 1],
    ]; // prettier-ignore
    for (const [nx, ny] of around) {
      if (within(nx, ny, side) && (data[ny * width + nx] ?? 255) <= paperFrom) erase(nx, ny);
    }
  }
}
