import { drawPdfPage } from '../draw-page.ts';
import { jpegAsPdf } from '../jpeg-as-pdf.ts';
import type { Picture } from '../png-file.ts';
import { blankRaster, type GreyRaster, shrink } from './grey-raster.ts';
import { openPng } from './open-png.ts';

/**
 * A PNG or JPEG in grey as it lies (no EXIF turn), at most about `longSideMax` pixels long, without sharp: for a Lambda.
 * Null when it is neither, or damaged.
 */
export async function openPlainly(bytes: Uint8Array, longSideMax: number): Promise<GreyRaster | null> {
  if (bytes[0] === 0x89) {
    const raster = openPng(bytes);
    const step = raster === null ? 1 : Math.ceil(Math.max(raster.width, raster.height) / longSideMax);
    return raster === null || step === 1 ? raster : shrink(raster, step);
  }
  const pdf = bytes[0] === 0xff ? jpegAsPdf(bytes, longSideMax) : null;
  const drawn = pdf === null ? null : await drawPdfPage(pdf, 1, 72);
  return drawn === null ? null : greyOf(drawn);
}

function greyOf({ width, height, pixels }: Picture): GreyRaster {
  const raster = blankRaster(width, height);
  for (let at = 0; at < raster.data.length; at++) {
    const from = at * 3;
    raster.data[at] = 0.299 * (pixels[from] ?? 0) + 0.587 * (pixels[from + 1] ?? 0) + 0.114 * (pixels[from + 2] ?? 0);
  }
  return raster;
}
