import type { DocumentReadingResult } from '#shared/ports/document-reader.ts';
import { heifPixelsMax } from './heif-picture.ts';
import type { DocumentFile } from './open-document.ts';
import { readPictureSizes } from './picture-size.ts';
import { pictureSentence, unreadPage } from './unread-page.ts';

/** More than this is no photo of a page: 100 million pixels are 300 MB when opened. */
const pixelsOpenedMax = 100_000_000;
const pagesMax = 300;

/** A picture is not read here: its pages are listed with their sizes, for a text reader or a person. */
export function readPicture({ bytes, mediaType }: DocumentFile): DocumentReadingResult {
  const sizes = readPictureSizes(bytes);
  const pixelsMax = mediaType === 'image/heic' ? heifPixelsMax : pixelsOpenedMax;
  if (sizes === null || sizes.some(({ width, height }) => width < 1 || height < 1)) {
    const text =
      'The picture is damaged or incomplete and could not be opened. Please send it once more as JPEG or PDF.';
    return { outcome: 'refused', reason: { code: 'unsupported-file', text } };
  }
  if (sizes.length > pagesMax || sizes.some(({ width, height }) => width * height > pixelsMax)) {
    const text = 'The picture is too large to be opened. Please send a smaller one.';
    return { outcome: 'refused', reason: { code: 'too-large', text } };
  }
  const pages = sizes.map((size, index) => unreadPage(index + 1, size, pictureSentence));
  return { outcome: 'read', reading: { engine: 'picture-header-1', pages } };
}
