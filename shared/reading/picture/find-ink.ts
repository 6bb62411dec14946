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
  const grid = gridOf(mask, known);
  return placesIn(grid)
    .filter(({ left, right, top, bottom }) => right - left >= least.widthMin && bottom - top >= least.heightMin)
    .slice(0, placesMax);
}

/** What a pen leaves, in pixels; smaller things are specks. */
function leastOf({ width, height }: InkMask) {
  const unit = Math.min(width, height);
  return { widthMin: unit * widthMin, heightMin: unit * heightMin };
}

type Grid = { across: number; down: number; cells: Uint8Array };

function gridOf({ width, height, bits }: InkMask, known: readonly PixelBox[]): Grid {
  const rest = Uint8Array.from(bits);
  for (const { left, top, right, bottom } of known) {
    for (let y = Math.max(0, top); y <= Math.min(height - 1, bottom); y++) {
      rest.fill(0, y * width + Math.max(0, left), y * width + Math.min(width, right + 1));
    }
  }
  const [across, down] = [Math.ceil(width / cell), Math.ceil(height / cell)];
  const counts = new Uint8Array(across * down);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (rest[y * width + x] !== 1) continue;
      const at = Math.floor(y / cell) * across + Math.floor(x / cell);
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return { across, down, cells: counts.map((count) => (count >= 4 ? 1 : 0)) };
}

function placesIn({ across, down, cells }: Grid): PixelBox[] {
  const seen = new Uint8Array(cells.length);
  const places: PixelBox[] = [];
  for (let start = 0; start < cells.length; start++) {
    if (cells[start] !== 1 || seen[start] === 1) continue;
    const box = { left: across, right: 0, top: down, bottom: 0 };
    const open = [start];
    seen[start] = 1;
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [x, y] = [at % across, Math.floor(at / across)];
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      for (let ny = Math.max(0, y - 2); ny <= Math.min(down - 1, y + 2); ny++) {
        for (let nx = Math.max(0, x - 2); nx <= Math.min(across - 1, x + 2); nx++) {
          const near = ny * across + nx;
          if (cells[near] !== 1 || seen[near] === 1) continue;
          seen[near] = 1;
          open.push(near);
        }
      }
    }
    const { left, right, top, bottom } = box;
    places.push({ left: left * cell, right: (right + 1) * cell, top: top * cell, bottom: (bottom + 1) * cell });
  }
  return places;
}
