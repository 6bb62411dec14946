import { areasOf, type CellGrid } from './cell-areas.ts';
import type { PixelBox } from './find-rulings.ts';
import type { InkMask } from './ink-mask.ts';

/** Looked for in squares of this many pixels: a signature is loose strokes that belong together. */
const cell = 6;
/** Shares of the page's width. */
const widthMin = 0.03;
const heightMin = 0.009;
const placesMax = 200;

/**
 * Ink that is neither print, line nor box: what a pen leaves. `known` are the places already explained. Strokes closer
 * than two squares are one place.
 */
export function findInk(
  mask: InkMask,
  known: readonly PixelBox[],
  least: { widthMin: number; heightMin: number } = leastOf(mask),
): PixelBox[] {
  return areasOf(gridOf(mask, known), 2)
    .map(({ left, right, top, bottom }) => {
      return { left: left * cell, right: (right + 1) * cell, top: top * cell, bottom: (bottom + 1) * cell };
    })
    .filter(({ left, right, top, bottom }) => right - left >= least.widthMin && bottom - top >= least.heightMin)
    .slice(0, placesMax);
}

/** What a pen leaves, in pixels; smaller things are specks. */
function leastOf({ width, height }: InkMask) {
  const unit = Math.min(width, height);
  return { widthMin: unit * widthMin, heightMin: unit * heightMin };
}

function gridOf({ width, height, bits }: InkMask, known: readonly PixelBox[]): CellGrid {
  const rest = bits.slice();
  for (const { left, top, right, bottom } of known) {
    for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
      rest.fill(0, y * width + Math.max(0, left), y * width + Math.min(width, right + 1));
    }
  }
  const [across, down] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const counts = new Uint8Array(across * down);
  for (let y = 0; y < height; y++) {
    const row = rest.subarray(y * width, (y + 1) * width);
    const first = Math.floor(y / cell) * across;
    // most of a page is paper: the next ink is found at once, without a look at each pixel
    for (let x = row.indexOf(1); x >= 0 && x < width; x = row[x + 1] === 1 ? x + 1 : row.indexOf(1, x + 1)) {
      const at = first + Math.floor(x / cell);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return { across, down, marked: counts.map((count) => (count >= 4 ? 1 : 0)) };
}
