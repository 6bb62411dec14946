import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { PagePicture } from '#shared/ports/text-reader.ts';

/** Enough for small print, and what text readers are made for. What is drawn at another size would not be read alike. */
const dotsPerInch = 200;

/** A photo is its own picture, so is each page of a fax; a page of a PDF is drawn. Null when it cannot be. */
export async function pictureOfPage(
  reader: Pick<DocumentReader, 'draw'>,
  file: { bytes: Uint8Array; mediaType: string },
  page: number,
): Promise<PagePicture | null> {
  const { bytes, mediaType } = file;
  if (mediaType === 'image/jpeg' || mediaType === 'image/png') return { bytes, mediaType };
  if (mediaType === 'image/tiff') return { bytes, mediaType, page };
  const drawn = await reader.draw(file, page, dotsPerInch);
  return drawn === null ? null : { bytes: drawn, mediaType: 'image/png' };
}
