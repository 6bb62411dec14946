import type { DocumentReadingResult } from '#shared/ports/document-reader.ts';
import { startPdfium } from './pdfium-engine.ts';
import { readPdf } from './read-pdf.ts';

export type DocumentFile = { bytes: Uint8Array; mediaType: string };

/** Opens one file by its kind: words with boxes, form fields, marks, or why it is not read. Never throws for a bad file. */
export async function openDocument(file: DocumentFile): Promise<DocumentReadingResult> {
  if (file.mediaType === 'application/pdf') return readPdf(await startPdfium(), file.bytes);
  return {
    outcome: 'refused',
    reason: { code: 'unsupported-file', text: 'Files of this kind cannot be read. Please send a PDF.' },
  };
}
