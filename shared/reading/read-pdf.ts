import type { FormField, PageReading } from '#shared/domain/reading.ts';
import type { DocumentReadingResult } from '#shared/ports/document-reader.ts';
import { readFormFields } from './form-fields.ts';
import type { PageFrame } from './page-frame.ts';
import { type PdfDocument, withPage, withPdf } from './pdf-document.ts';
import { type Pdfium, pdfEngineName } from './pdfium-engine.ts';
import { readPdfPage } from './read-pdf-page.ts';
import { unreadPage } from './unread-page.ts';

/** Annotation subtype of a form field's place on the page. */
const acroForm = 1;
const staticXfa = 3;

/** Words, form fields, boxes, lines and ink of every page of a PDF, or why it is not read. */
export async function readPdf(pdfium: Pdfium, bytes: Uint8Array): Promise<DocumentReadingResult> {
  const opened = await withPdf(pdfium, bytes, async (document) => {
    const frames = framesOf(pdfium, document);
    const formType = pdfium.call.FPDF_GetFormType(document.handle);
    const hasForm = formType === acroForm || formType === staticXfa;
    const fields = hasForm ? await readFormFields(bytes, frames) : [];
    return frames.map((frame, index) => readPage(pdfium, document, index, frame, fields));
  });
  if (opened.outcome === 'refused') return opened;
  return { outcome: 'read', reading: { engine: pdfEngineName, pages: opened.result } };
}

const brokenFrame: PageFrame = { left: 0, bottom: 0, right: 612, top: 792, turn: 0, width: 612, height: 792 };

function framesOf(pdfium: Pdfium, document: PdfDocument): PageFrame[] {
  return Array.from(
    { length: document.pageCount },
    (_, index) => withPage(pdfium, document, index, (_page, frame) => frame) ?? brokenFrame,
  );
}

function readPage(
  pdfium: Pdfium,
  document: PdfDocument,
  index: number,
  frame: PageFrame,
  fields: readonly FormField[] | null,
): PageReading {
  const number = index + 1;
  const own = fields?.filter((field) => field.page === number) ?? [];
  const read = withPage(pdfium, document, index, (page) => readPdfPage(pdfium, page, frame, number, own));
  if (read === null) return unreadPage(number, frame, 'This page is damaged and cannot be shown.');
  if (fields === null && read.hasWidgets) {
    return unreadPage(number, frame, 'The form fields of this page cannot be read by machine.');
  }
  return read.page;
}
