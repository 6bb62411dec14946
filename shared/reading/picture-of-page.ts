import type { DocumentReader } from '#shared/ports/document-reader.ts';
import { ownPictureTypes, type PagePicture } from '#shared/ports/text-reader.ts';

/** Enough for small print, and what text readers are made for. What is drawn at another size would not be read alike. */
const dotsPerInch = 200;

/** A photo is its own picture, so is each page of a fax; a page of a PDF or a HEIC photo is drawn. Null when it cannot be. */
export async function pictureOfPage(
  reader: Pick<DocumentReader, 'draw'>,
  file: { bytes: Uint8Array; mediaType: string },
  page: number,
): Promise<PagePicture | null> {
  const { bytes, mediaType } = file;
  const own = ownPictureTypes.find((type) => type === mediaType);
  if (own === 'image/tiff') return { bytes, mediaType: own, page };
  if (own !== undefined) return { bytes, mediaType: own };
  const drawn = await reader.draw(file, page, dotsPerInch);
  if (drawn === null) return null;
  return { bytes: drawn, mediaType: drawn[0] === 0xff && drawn[1] === 0xd8 ? 'image/jpeg' : 'image/png' };
}
