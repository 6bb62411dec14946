import type { ReasonCode } from '#shared/domain/reason.ts';
import type { DocumentReadingResult } from '#shared/ports/document-reader.ts';
import { startPdfium } from './pdfium-engine.ts';
import { readDocx } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { readPicture } from './read-picture.ts';

export type DocumentFile = { bytes: Uint8Array; mediaType: string };

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const pictureTypes = new Set(['image/jpeg', 'image/png', 'image/tiff', 'image/heic', 'image/heif', 'image/webp']);
const bytesMax = 50_000_000;

/** Opens one file by its kind: words with boxes, form fields, marks, or why it is not read. A bad file is no fault. */
export async function openDocument({ bytes, mediaType }: DocumentFile): Promise<DocumentReadingResult> {
  if (bytes.length === 0) return refused('unsupported-file', 'The file is empty. Please send it once more.');
  if (bytes.length > bytesMax) return refused('too-large', 'The file is too large. Please send a smaller one.');
  if (mediaType === 'application/pdf') return readPdf(await startPdfium(), bytes);
  if (mediaType === wordType) return readDocx(bytes);
  if (pictureTypes.has(mediaType)) return readPicture(bytes);
  return refused('unsupported-file', 'Files of this kind cannot be read. Please send a PDF.');
}

function refused(code: ReasonCode, text: string): DocumentReadingResult {
  return { outcome: 'refused', reason: { code, text } };
}
