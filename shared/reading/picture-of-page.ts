import type { DocumentReader } from '#shared/ports/document-reader.ts';
import { type DrawnType, ownPictureTypes, type PagePicture } from '#shared/ports/text-reader.ts';

/** Enough for small print, and what text readers are made for. What is drawn at another size would not be read alike. */
export const readAtDotsPerInch = 200;

type File = { bytes: Uint8Array; mediaType: string };

/**
 * A photo is its own picture, so is each page of a fax; a page of a PDF or a HEIC photo is drawn, unless who reads it draws it himself
 * (`draws`). Null when it cannot be.
 */
export async function pictureOfPage(
  { draw }: Pick<DocumentReader, 'draw'>,
  { draws = [] }: { readonly draws?: readonly DrawnType[] },
  { bytes, mediaType }: File,
  page: number,
): Promise<PagePicture | null> {
  const own = ownPictureTypes.find((type) => type === mediaType);
  if (own === 'image/tiff') return { bytes, mediaType: own, page };
  if (own !== undefined) return { bytes, mediaType: own };
  const asItIs = draws.find((type) => type === mediaType);
  if (asItIs !== undefined) return { bytes, mediaType: asItIs, page };
  const drawn = await draw({ bytes, mediaType }, page, readAtDotsPerInch);
  if (drawn === null) return null;
  return { bytes: drawn, mediaType: drawn[0] === 0xff && drawn[1] === 0xd8 ? 'image/jpeg' : 'image/png' };
}
