import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { PagePicture } from '#shared/ports/text-reader.ts';
import type { EmbeddedTextReader } from './tesseract-text-reader.ts';

type OpenedFile = { bytes: Uint8Array; mediaType: string };

export type PageDrawer = Pick<DocumentReader, 'draw'> & {
  drawAsRead(file: OpenedFile, page: number): Promise<Uint8Array | null>;
};

/** As the text reader was given it: what is read at another size would not be read alike. */
const dotsPerInch = 200;

/**
 * Pages for the console. A page that was read from its picture is shown as it was read, turned and flattened: only on
 * that sheet do the places of its values fit.
 */
export function makePageDrawer(reader: Pick<DocumentReader, 'draw'>, seeing: EmbeddedTextReader | null): PageDrawer {
  return {
    draw: (file, page, dots) => reader.draw(file, page, dots),
    async drawAsRead(file, page) {
      const picture = await pictureOf(reader, file, page);
      return picture === null || seeing === null ? null : seeing.showPage(picture);
    },
  };
}

async function pictureOf(
  reader: Pick<DocumentReader, 'draw'>,
  file: OpenedFile,
  page: number,
): Promise<PagePicture | null> {
  const { bytes, mediaType } = file;
  if (mediaType === 'image/jpeg' || mediaType === 'image/png') return { bytes, mediaType };
  if (mediaType === 'image/tiff') return { bytes, mediaType, page };
  const drawn = await reader.draw(file, page, dotsPerInch);
  return drawn === null ? null : { bytes: drawn, mediaType: 'image/png' };
}
