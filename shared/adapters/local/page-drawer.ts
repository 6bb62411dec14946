import type { DocumentReader } from '#shared/ports/document-reader.ts';
import { pictureOfPage } from '#shared/reading/picture-of-page.ts';
import type { EmbeddedTextReader } from './tesseract-text-reader.ts';

type OpenedFile = { bytes: Uint8Array; mediaType: string };

export type PageDrawer = Pick<DocumentReader, 'draw'> & {
  drawAsRead(file: OpenedFile, page: number, turned: number): Promise<Uint8Array | null>;
};

/**
 * Pages for the console. A page that was read from its picture is shown as it was read, turned and flattened: only on
 * that sheet do the places of its values fit.
 */
export function makePageDrawer(reader: Pick<DocumentReader, 'draw'>, seeing: EmbeddedTextReader | null): PageDrawer {
  return {
    draw: (file, page, dots) => reader.draw(file, page, dots),
    async drawAsRead(file, page, turned) {
      const picture = seeing === null ? null : await pictureOfPage(reader, seeing, file, page);
      return picture === null || seeing === null ? null : seeing.showPage({ ...picture, turned });
    },
  };
}
