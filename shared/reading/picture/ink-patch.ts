import type { GreyRaster } from './grey-raster.ts';

/**
 * A small piece of a page in another size: how dark each place is between its own paper (0) and its own ink (1). `scale`
 * is pixels of the page for one of the patch; `left` and `top` say where on the page it begins.
 */
export type InkPatch = { width: number; height: number; dark: Float32Array; scale: number; left: number; top: number };

type Cut = { left: number; top: number; right: number; bottom: number; scale: number };

/** Shares of the patch's pixels that are darker: paper is what most is, ink what little is. */
const paperAt = 0.8;
const inkAt = 0.006;
/** Less between paper and ink, of 255, is dirt or shadow. */
export const contrastMin = 60;

/** Null where the piece has no ink that stands out from its paper. */
export function inkPatch(raster: GreyRaster, cut: Cut): InkPatch | null {
  const width = Math.max(1, Math.round((cut.right - cut.left) / cut.scale));
  const height = Math.max(1, Math.round((cut.bottom - cut.top) / cut.scale));
  const grey = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) grey[y * width + x] = meanAt(raster, cut, x, y);
  }
  const sorted = Float32Array.from(grey).sort();
  const paper = sorted[Math.floor(sorted.length * paperAt)] ?? 255;
  const ink = sorted[Math.floor(sorted.length * inkAt)] ?? 0;
  if (paper - ink < contrastMin) return null;
  const dark = grey.map((value) => Math.min(1, Math.max(0, (paper - value) / (paper - ink))));
  return { width, height, dark, scale: cut.scale, left: cut.left, top: cut.top };
}

/** The mean of what lies under one pixel of the patch; between pixels of the page where the patch is finer. */
function meanAt(raster: GreyRaster, { left, top, scale }: Cut, x: number, y: number): number {
  const steps = Math.max(1, Math.ceil(scale));
  let sum = 0;
  for (let j = 0; j < steps; j++) {
    for (let i = 0; i < steps; i++) {
      sum += between(raster, left + (x + (i + 0.5) / steps) * scale - 0.5, top + (y + (j + 0.5) / steps) * scale - 0.5);
    }
  }
  return sum / (steps * steps);
}

function between({ width, height, data }: GreyRaster, x: number, y: number): number {
  const [fromX, fromY] = [Math.floor(x), Math.floor(y)];
  const [shareX, shareY] = [x - fromX, y - fromY];
  const at = (px: number, py: number) =>
    px < 0 || py < 0 || px >= width || py >= height ? 255 : (data[py * width + px] ?? 255); // prettier-ignore
  const upper = at(fromX, fromY) * (1 - shareX) + at(fromX + 1, fromY) * shareX;
  const lower = at(fromX, fromY + 1) * (1 - shareX) + at(fromX + 1, fromY + 1) * shareX;
  return upper * (1 - shareY) + lower * shareY;
}
