import type { ReasonCode } from '#shared/domain/reason.ts';
import type { DocumentReadingResult } from '#shared/ports/document-reader.ts';
import { ownPictureTypes } from '#shared/ports/text-reader.ts';
import { startPdfium } from './pdfium-engine.ts';
import { readDocx, wordType } from './read-docx.ts';
import { readPdf } from './read-pdf.ts';
import { readPicture } from './read-picture.ts';

export type DocumentFile = { bytes: Uint8Array; mediaType: string };

const pictureTypes = new Set<string>([...ownPictureTypes, 'image/heic']);
const bytesMax = 50_000_000;

/** Opens one file by its kind: words with boxes, form fields, marks, or why it is not read. A bad file is no fault. */
export async function openDocument(file: DocumentFile): Promise<DocumentReadingResult> {
  const { bytes, mediaType } = file;
  if (bytes.length === 0) return refused('unsupported-file', 'The file is empty. Please send it once more.');
  if (bytes.length > bytesMax) return refused('too-large', 'The file is too large. Please send a smaller one.');
  if (mediaType === 'application/pdf') return readPdf(await startPdfium(), bytes);
  if (mediaType === wordType) return readDocx(bytes);
  if (pictureTypes.has(mediaType)) return readPicture(file);
  return refused('unsupported-file', 'Files of this kind cannot be read. Please send it as JPEG or PDF.');
}

function refused(code: ReasonCode, text: string): DocumentReadingResult {
  return { outcome: 'refused', reason: { code, text } };
}
