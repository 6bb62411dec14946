import type { GreyRaster } from './grey-raster.ts';

/** 1 where there is ink, 0 where there is paper; rows from the top. */
export type InkMask = { width: number; height: number; bits: Uint8Array };

/** Darker than this on evenly lit paper is ink. */
export const inkBelow = 160;

export function maskInk({ width, height, data }: GreyRaster, below = inkBelow): InkMask {
  const bits = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at++) bits[at] = (data[at] ?? 255) < below ? 1 : 0;
  return { width, height, bits };
}

/** Rows become columns: what finds lines along a page finds them down it as well. */
export function transpose({ width, height, bits }: InkMask): InkMask {
  const turned = new Uint8Array(bits.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[x * height + y] = bits[y * width + x] ?? 0;
  }
  return { width: height, height: width, bits: turned };
}
