import type { GreyRaster } from './grey-raster.ts';

/** 1 where there is ink, 0 where there is paper; rows from the top. */
export type InkMask = { width: number; height: number; bits: Uint8Array };

/** Darker than this on evenly lit paper is ink. */
export const inkBelow = 160;

export function maskInk({ width, height, data }: GreyRaster, below = inkBelow): InkMask {
  const bits = new Uint8Array(data.length);
  // the sign of the difference: a branch for each pixel of a page takes three times as long
  for (let at = 0; at < data.length; at++) bits[at] = ((data[at] ?? 255) - below) >>> 31;
  return { width, height, bits };
}

/** Four pixels a step: each byte of a word counts its own, and is emptied before it overflows. */
export function countInk({ bits }: InkMask): number {
  const words = new Uint32Array(bits.buffer, bits.byteOffset, bits.length >> 2);
  let ink = 0;
  for (let from = 0; from < words.length; from += 255) {
    const to = Math.min(words.length, from + 255);
    let four = 0;
    for (let at = from; at < to; at++) four += words[at] ?? 0;
    ink += (four & 255) + ((four >>> 8) & 255) + ((four >>> 16) & 255) + (four >>> 24);
  }
  for (let at = words.length * 4; at < bits.length; at++) ink += bits[at] ?? 0;
  return ink;
}
