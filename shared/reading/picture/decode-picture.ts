import sharp, { type Sharp } from 'sharp';
import type { Picture } from '../png-file.ts';
import { type PaintedPage, toRedGreenBlue } from '../render-page.ts';
import { mayShowDesk } from './desk-around.ts';
import { greyOfPainted } from './grey-of-colours.ts';
import type { GreyRaster } from './grey-raster.ts';
import { tiffResolution } from './tiff-resolution.ts';

/** What recognition of print is made for: a letter page of 200 to 300 dots an inch. */
const longSideMin = 2200;
const longSideMax = 3300;
/** Making a thumbnail larger than this adds nothing but time. */
const enlargeMax = 3;
const pixelsMax = 100_000_000;
/** Enough to see where a sheet ends. */
const smallSide = 400;
/** A fax has up to twice as many dots across as down. */
const stretchMax = 4;

/** Red, green and blue, one byte each, rows from the top. */
export type ColourRaster = { width: number; height: number; data: Uint8Array };

/**
 * One page in grey, upright by its EXIF turn; the same small and in colour, unless no desk shows around its sheet; and how long its
 * long side was before it was made larger or smaller.
 */
export type DecodedPicture = { raster: GreyRaster; small: ColourRaster | null; longSide: number };

/** `page` is 1-based and of meaning for TIFF only. Null when the picture is damaged, cut short or too large. */
export async function decodePicture(bytes: Uint8Array, page = 1): Promise<DecodedPicture | null> {
  try {
    const options = { limitInputPixels: pixelsMax, failOn: 'error', page: page - 1, sequentialRead: true } as const;
    const picture = sharp(bytes, options);
    const { autoOrient } = await picture.metadata();
    const size = stretched(autoOrient, tiffResolution(bytes, page));
    const upright = (own: Sharp) => own.autoOrient().flatten({ background: '#ffffff' });
    // opened a second time: a JPEG is opened at an eighth of its size for it
    return await decoded(upright(picture), upright(sharp(bytes, options)), size);
  } catch {
    return null;
  }
}

/** The same of a page that lies painted: in grey at once, where nothing else is to be done; its colours for `decodeDrawn` otherwise. */
export function decodePainted(painted: PaintedPage): DecodedPicture | Picture {
  const longSide = Math.max(painted.width, painted.height);
  if (scaleOf(longSide) !== 1 || mayShowDesk(painted)) return toRedGreenBlue(painted);
  return { raster: greyOfPainted(painted), small: null, longSide };
}

/** The same of pixels that were drawn a moment ago. */
export async function decodeDrawn(drawn: Picture | DecodedPicture): Promise<DecodedPicture | null> {
  if ('raster' in drawn) return drawn;
  const { width, height, pixels } = drawn;
  const open = () => sharp(pixels, { raw: { width, height, channels: 3 }, limitInputPixels: pixelsMax });
  try {
    return await decoded(open(), open(), { width, height });
  } catch {
    return null;
  }
}

type Size = { width: number; height: number };

async function decoded(picture: Sharp, again: Sharp, size: Size): Promise<DecodedPicture> {
  const longSide = Math.max(size.width, size.height);
  const scale = scaleOf(longSide);
  const [width, height] = [Math.max(1, Math.round(size.width * scale)), Math.max(1, Math.round(size.height * scale))];
  const data = await picture
    .resize(width, height, { fit: 'fill', kernel: scale > 1 ? 'cubic' : 'lanczos3' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  return {
    raster: { width, height, data: bytesOf(data) },
    small: await smallPicture(again, { width, height }),
    longSide,
  };
}

/** The same bytes, not a copy. */
const bytesOf = ({ buffer, byteOffset, length }: Buffer) => new Uint8Array(buffer, byteOffset, length);

async function smallPicture(picture: Sharp, { width, height }: Size): Promise<ColourRaster> {
  const scale = smallSide / Math.max(width, height);
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const data = await picture.resize(size.width, size.height, { fit: 'fill' }).toColourspace('srgb').raw().toBuffer();
  return { ...size, data: bytesOf(data) };
}

function stretched(size: Size, resolution: ReturnType<typeof tiffResolution>) {
  if (resolution === null) return size;
  const ratio = resolution.across / resolution.down;
  if (ratio > stretchMax || ratio < 1 / stretchMax || Math.abs(ratio - 1) < 0.05) return size;
  return ratio > 1 ? { ...size, height: size.height * ratio } : { ...size, width: size.width / ratio };
}

function scaleOf(longSide: number): number {
  if (longSide < longSideMin) return Math.min(enlargeMax, longSideMin / longSide);
  return Math.min(1, longSideMax / longSide);
}

/** The raster as a PNG: what the recogniser and the console take. */
export async function rasterToPng({ width, height, data }: GreyRaster): Promise<Uint8Array> {
  const png = await sharp(data, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return new Uint8Array(png);
}
