import type { GreyRaster } from './grey-raster.ts';
import { sumOfPixels } from './sum-of-pixels.ts';

const across = 16;
const down = 16;
/** White paper is never of one white: only what is darker than this much counts as a difference. */
const differenceMin = 3;

/**
 * A fingerprint of how a page looks from afar (a difference hash): it outlives a second scan, a photo, another way of saving. Of the
 * sheet as it was prepared, so that its dark edges and its slant say nothing. Null for a page on which nothing is to be seen.
 */
export function likenessOf(raster: GreyRaster): string | null {
  const cells = meansOf(raster, across + 1, down);
  let bits = '';
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const [here, right] = [cells[y * (across + 1) + x] ?? 0, cells[y * (across + 1) + x + 1] ?? 0];
      bits += here - right > differenceMin ? '1' : '0';
    }
  }
  if (!bits.includes('1')) return null;
  return (bits.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('');
}

function meansOf({ width, height, data }: GreyRaster, columns: number, rows: number): number[] {
  return Array.from({ length: columns * rows }, (_, cell) => {
    const [left, right] = spanOf(cell % columns, columns, width);
    const [top, bottom] = spanOf(Math.floor(cell / columns), rows, height);
    let sum = 0;
    for (let row = top * width; row < bottom * width; row += width) sum += sumOfPixels(data, row + left, row + right);
    return sum / ((right - left) * (bottom - top));
  });
}

/** From where to where one of so many cells goes; at least one dot. */
function spanOf(at: number, of: number, length: number): [number, number] {
  const from = Math.min(length - 1, Math.floor((at * length) / of));
  return [from, Math.max(from + 1, Math.floor(((at + 1) * length) / of))];
}
