import { PDFDocument } from '@cantoo/pdf-lib';

/**
 * The objects of a PDF that PDFium has already opened: this library alone cannot tell a broken file from an empty one.
 * Null when it cannot read the file or counts other pages than PDFium does.
 */
export async function loadObjects(bytes: Uint8Array, pageCount: number): Promise<PDFDocument | null> {
  try {
    const document = await PDFDocument.load(bytes, {
      password: '',
      updateMetadata: false,
      throwOnInvalidObject: false,
    });
    return document.getPageCount() === pageCount ? document : null;
  } catch {
    return null;
  }
}
