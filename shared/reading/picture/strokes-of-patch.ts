import type { InkPatch } from './ink-patch.ts';

/** Ink that hangs together: the rectangle around it, and how many pixels of it are dark. */
export type Stroke = { left: number; top: number; right: number; bottom: number; ink: number };

const darkFrom = 0.38;

/** `without` are pixels already explained. */
export function strokesOf({ width, height, dark }: InkPatch, without: Uint8Array): Stroke[] {
  const open = Uint8Array.from(dark, (value, at) => (value >= darkFrom && without[at] !== 1 ? 1 : 0));
  const strokes: Stroke[] = [];
  for (let start = 0; start < open.length; start++) {
    if (open[start] === 1) strokes.push(take(open, start, width, height));
  }
  return strokes;
}

function take(open: Uint8Array, start: number, width: number, height: number): Stroke {
  const stroke: Stroke = { left: width, top: height, right: 0, bottom: 0, ink: 0 };
  const queue = [start];
  open[start] = 0;
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    stroke.ink += 1;
    stroke.left = Math.min(stroke.left, x);
    stroke.right = Math.max(stroke.right, x);
    stroke.top = Math.min(stroke.top, y);
    stroke.bottom = Math.max(stroke.bottom, y);
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const [nx, ny] = [x + dx, y + dy];
        const near = ny * width + nx;
        if (nx < 0 || nx >= width || ny < 0 || ny >= height || open[near] !== 1) continue;
        open[near] = 0;
        queue.push(near);
      }
    }
  }
  return stroke;
}
