import type { PagePicture } from '#shared/ports/text-reader.ts';
import { openPlainly } from '#shared/reading/picture/open-plainly.ts';
import { readPictureSizes } from '#shared/reading/picture-size.ts';
import { encodeGreyPng } from '#shared/reading/png-file.ts';
import { tiffOfOnePage } from '#shared/reading/tiff-page.ts';

/** Textract's own bounds for a page sent with the request. */
const bytesMax = 10 * 1024 * 1024;
const sideMax = 10_000;
/** A letter page at 400 dots an inch is 4,400 pixels long; what is still too many bytes then is tried once more smaller. */
const longSides = [4_400, 2_200] as const;

/** Kinds Textract reads. Others were turned into one of these before, or are for a person. */
export const isTaken = ({ bytes, mediaType }: PagePicture): boolean =>
  bytes.length > 0 && ['image/png', 'image/jpeg', 'image/tiff', 'application/pdf'].includes(mediaType);

export type Fitted = { bytes: Uint8Array } | { unfit: string };

/** The page as it can be sent: as it came where that is possible, else in grey and smaller. Nothing is cut off or turned. */
export async function fitForTextract(page: PagePicture): Promise<Fitted> {
  const { bytes, mediaType } = page;
  if (bytes.length === 0) return { unfit: 'the page is empty' };
  if (!isTaken(page)) return { unfit: 'Textract does not read this kind of picture' };
  if (mediaType === 'image/tiff') return fitTiff(page);
  if (bytes.length <= bytesMax && isShort(bytes)) return { bytes };
  for (const longSide of longSides) {
    const raster = await openPlainly(bytes, longSide);
    if (raster === null) break;
    const smaller = encodeGreyPng(raster);
    if (smaller.length <= bytesMax) return { bytes: smaller };
  }
  return { unfit: 'the page is too large for Textract' };
}

function fitTiff({ bytes, page = 1 }: PagePicture): Fitted {
  const own = tiffOfOnePage(bytes, page);
  if (own === null) return { unfit: 'the page is not in the file' };
  return own.length <= bytesMax && isShort(own) ? { bytes: own } : { unfit: 'the page is too large for Textract' };
}

/** The size of what has no size in its head is for Textract to judge. */
const isShort = (bytes: Uint8Array): boolean =>
  (readPictureSizes(bytes) ?? []).every(({ width, height }) => Math.max(width, height) <= sideMax);
