import type { DocumentReader } from '#shared/ports/document-reader.ts';
import { drawPage } from '#shared/reading/draw-page.ts';
import { startPdfium } from '#shared/reading/pdfium-engine.ts';

/** Only the drawing of pages: the console shows documents and never reads them, so it carries no readers. */
export function makeDirectPageDrawer(pdfiumWasm: Uint8Array): Pick<DocumentReader, 'draw'> {
  const started = startPdfium(pdfiumWasm);
  return {
    async draw(file, page, dotsPerInch) {
      await started;
      return drawPage(file, page, dotsPerInch);
    },
  };
}
