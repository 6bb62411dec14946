import type { Picture } from './png-file.ts';

/** Red, green, blue; `stride` is how many bytes a row takes. */
type Rows = { width: number; height: number; stride: number; data: Uint8Array };

/**
 * A copy, made smaller where its long side has more than `longSideMax` pixels: each new one is the mean of those it
 * covers, the ones at its edge by their share, so that thin strokes stay even.
 */
export function shrinkColours({ width, height, stride, data }: Rows, longSideMax: number): Picture {
  const scale = Math.min(1, longSideMax / Math.max(width, height));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const pixels = new Uint8Array(size.width * size.height * 3);
  const mean = new Float32Array(width * 3);
  for (let row = 0; row < size.height; row++) {
    mean.fill(0);
    eachCovered(row, height / size.height, height, (y, share) => {
      const line = data.subarray(y * stride, y * stride + width * 3);
      for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + (line[at] ?? 0) * share;
    });
    meansAcross(mean, width, pixels.subarray(row * size.width * 3, (row + 1) * size.width * 3));
  }
  return { ...size, pixels };
}

function meansAcross(line: Float32Array, width: number, to: Uint8Array): void {
  const wide = to.length / 3;
  for (let column = 0; column < wide; column++) {
    let [red, green, blue] = [0.5, 0.5, 0.5];
    eachCovered(column, width / wide, width, (x, share) => {
      red += (line[x * 3] ?? 0) * share;
      green += (line[x * 3 + 1] ?? 0) * share;
      blue += (line[x * 3 + 2] ?? 0) * share;
    });
    to.set([red, green, blue], column * 3);
  }
}

/** The old pixels under a new one, with their shares of it, which sum to 1. */
function eachCovered(index: number, step: number, length: number, use: (at: number, share: number) => void): void {
  const [from, to] = [index * step, Math.min((index + 1) * step, length)];
  for (let at = Math.floor(from); at < to; at++) {
    const share = Math.min(at + 1, to) - Math.max(at, from);
    if (share > 0) use(at, share / (to - from));
  }
}
