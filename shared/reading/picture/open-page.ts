import { drawnTypes, type PagePicture } from '#shared/ports/text-reader.ts';
import { drawPixels, paintPdfPage } from '../draw-page.ts';
import { readAtDotsPerInch } from '../picture-of-page.ts';
import { type DecodedPicture, decodeDrawn, decodePainted, decodePicture } from './decode-picture.ts';

/**
 * The page to be read, in grey. One of a PDF is drawn here, in the process that reads it: packed as a PNG, handed over and opened
 * again, its pixels would cost a fifth of the reading. Null when it cannot be opened.
 */
export async function openPage({ bytes, mediaType, page = 1 }: PagePicture): Promise<DecodedPicture | null> {
  if (!drawnTypes.some((type) => type === mediaType)) return decodePicture(bytes, page);
  const drawn =
    mediaType === 'application/pdf'
      ? await paintPdfPage(bytes, page, readAtDotsPerInch, decodePainted)
      : await drawPixels({ bytes, mediaType }, page, readAtDotsPerInch);
  return drawn === null ? null : decodeDrawn(drawn);
}
