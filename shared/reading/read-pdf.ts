import type { FormField, PageReading, ReadingFlag, UnreadCause } from '#shared/domain/reading.ts';
import type { DocumentReadingResult } from '#shared/ports/document-reader.ts';
import { dangersInBytes } from './dangers-in-bytes.ts';
import type { PageFrame } from './page-frame.ts';
import { type PdfDocument, withPage, withPdf } from './pdf-document.ts';
import { type Pdfium, pdfEngineName } from './pdfium-engine.ts';
import { readPdfPage } from './read-pdf-page.ts';
import { unreadPage } from './unread-page.ts';

/** PDFium's form types that keep their values where other programs find them. */
const formTypes = new Set([1, 3]);

/** Words, form fields, boxes, lines and ink of every page of a PDF, or why it is not read. */
export async function readPdf(pdfium: Pdfium, bytes: Uint8Array): Promise<DocumentReadingResult> {
  const opened = await withPdf(pdfium, bytes, (document) => readPages(pdfium, document, bytes));
  return opened.outcome === 'refused' ? opened : opened.result;
}

async function readPages(pdfium: Pdfium, document: PdfDocument, bytes: Uint8Array): Promise<DocumentReadingResult> {
  const { lookInsidePdf } = await import('./inside-pdf.ts');
  const inside = await lookInsidePdf(bytes, document.pageCount);
  const dangers = inside?.dangers ?? dangersInBytes(bytes);
  if (dangers.launchesProgram || dangers.carriesProgram) {
    const text = 'The file carries a program and was not opened. Please save it again as PDF and send it once more.';
    return { outcome: 'refused', reason: { code: 'unsafe-file', text } };
  }
  const hasForm = formTypes.has(pdfium.call.FPDF_GetFormType(document.handle));
  const fields = hasForm ? (inside?.fieldsOn(framesOf(pdfium, document)) ?? null) : [];
  const read = Array.from({ length: document.pageCount }, (_, index) => readPage(pdfium, document, index, fields));
  const flags: ReadingFlag[] = [];
  if (read.some(({ unseenCount }) => unseenCount > 0)) flags.push('unseen-text');
  if (dangers.hasScript) flags.push('script');
  if (dangers.hasFiles) flags.push('files-inside');
  const pages = read.map(({ page }) => page);
  return { outcome: 'read', reading: { engine: pdfEngineName, pages, ...(flags.length > 0 ? { flags } : {}) } };
}

const brokenFrame: PageFrame = { left: 0, bottom: 0, right: 612, top: 792, turn: 0, width: 612, height: 792 };

/** Opening a page takes a third of reading it: ahead of that pages are opened for a form alone, whose fields find their page by its frame. */
function framesOf(pdfium: Pdfium, document: PdfDocument): PageFrame[] {
  return Array.from(
    { length: document.pageCount },
    (_, index) => withPage(pdfium, document, index, (_page, frame) => frame) ?? brokenFrame,
  );
}

type ReadPage = { page: PageReading; unseenCount: number };

function readPage(pdfium: Pdfium, document: PdfDocument, index: number, fields: readonly FormField[] | null): ReadPage {
  const number = index + 1;
  const own = fields?.filter((field) => field.page === number) ?? [];
  const opened = withPage(pdfium, document, index, (page, frame) => {
    return { frame, read: readPdfPage(pdfium, page, frame, number, own) };
  });
  const unread = (because: string, cause?: UnreadCause): ReadPage => ({
    page: unreadPage(number, opened?.frame ?? brokenFrame, because, cause),
    unseenCount: 0,
  });
  if (opened === null) return unread('This page is damaged and cannot be shown.', 'damaged');
  const { read } = opened;
  if (fields === null && read.hasWidgets) return unread('The form fields of this page cannot be read by machine.');
  return read;
}
