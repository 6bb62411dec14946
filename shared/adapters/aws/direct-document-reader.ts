import type { DocumentReader } from '#shared/ports/document-reader.ts';
import { drawDocument } from '#shared/reading/draw-document.ts';
import { openDocument } from '#shared/reading/open-document.ts';
import { startPdfium } from '#shared/reading/pdfium-engine.ts';

/**
 * Opens documents in this process: for a small Lambda of its own, whose memory and time are the limits. A bundle has no
 * node_modules, so it carries `pdfium.wasm` beside it and hands its bytes in.
 */
export function makeDirectDocumentReader(pdfiumWasm?: Uint8Array): DocumentReader {
  const started = pdfiumWasm === undefined ? null : startPdfium(pdfiumWasm);
  return {
    async read(file) {
      await started;
      return openDocument(file);
    },
    async draw(file, page, dotsPerInch) {
      await started;
      return drawDocument(file, page, dotsPerInch);
    },
  };
}
