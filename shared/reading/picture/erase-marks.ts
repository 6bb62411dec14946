import type { PixelBox, Ruling } from './find-rulings.ts';
import type { GreyRaster } from './grey-raster.ts';

/** A copy without ruling lines and boxes to tick, which a recogniser of print takes for letters. */
export function eraseMarks(raster: GreyRaster, rulings: readonly Ruling[], boxes: readonly PixelBox[]): GreyRaster {
  const plain = { ...raster, data: Uint8Array.from(raster.data) };
  for (const ruling of rulings) eraseRuling(plain, ruling);
  for (const box of boxes) eraseBox(plain, box);
  return plain;
}

/** Letters that cross a line keep their strokes: only where the ink is as thin as the line is it taken away. */
function eraseRuling({ width, height, data }: GreyRaster, ruling: Ruling): void {
  const isLevel = ruling.direction === 'horizontal';
  const reach = 3;
  const [from, to] = isLevel ? [ruling.left, ruling.right] : [ruling.top, ruling.bottom];
  const [near, far] = isLevel ? [ruling.top, ruling.bottom] : [ruling.left, ruling.right];
  const limit = isLevel ? height : width;
  const indexOf = (along: number, across: number) => (isLevel ? across * width + along : along * width + across);
  const isPaper = (along: number, across: number) =>
    across < 0 || across >= limit || (data[indexOf(along, across)] ?? 255) > 190;
  for (let along = Math.max(0, from - 2); along <= Math.min(to + 2, (isLevel ? width : height) - 1); along++) {
    let first = near - 1;
    while (first <= far && isPaper(along, first)) first += 1;
    let last = first;
    while (last <= far + reach && !isPaper(along, last)) last += 1;
    if (last > far + reach || !isPaper(along, first - 1)) continue;
    for (let across = first - 2; across <= last + 1; across++) {
      if (across >= 0 && across < limit) data[indexOf(along, across)] = 255;
    }
  }
}

/** With a margin: ticks reach over the frame. */
function eraseBox({ width, height, data }: GreyRaster, { left, right, top, bottom }: PixelBox): void {
  const margin = Math.max(4, Math.round((right - left) * 0.15));
  for (let y = Math.max(0, top - margin); y <= Math.min(height - 1, bottom + margin); y++) {
    data.fill(255, y * width + Math.max(0, left - margin), y * width + Math.min(width, right + margin + 1));
  }
}
