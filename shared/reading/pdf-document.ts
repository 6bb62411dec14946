import type { Reason } from '#shared/domain/reason.ts';
import { makePageFrame, type PageFrame } from './page-frame.ts';
import { floatAt, handOver, type Pdfium } from './pdfium-engine.ts';

/** An opened PDF: PDFium's handle and how many pages there really are. */
export type PdfDocument = { handle: number; pageCount: number };
type Opened<Result> = { outcome: 'opened'; result: Result } | { outcome: 'refused'; reason: Reason };

export const pagesMax = 300;
/** 200 inches: the largest page that the PDF standard knows. */
const sidePointsMax = 14_400;

const passwordError = 4;

/** Opens a PDF under limits, hands it to `use` and closes it, whatever happens. */
export async function withPdf<Result>(
  pdfium: Pdfium,
  bytes: Uint8Array,
  use: (document: PdfDocument) => Promise<Result> | Result,
): Promise<Opened<Result>> {
  const { call } = pdfium;
  const address = handOver(pdfium, bytes);
  const handle = call.FPDF_LoadMemDocument(address, bytes.length, '');
  try {
    if (handle === 0) return { outcome: 'refused', reason: reasonNotOpened(call.FPDF_GetLastError()) };
    const pageCount = call.FPDF_GetPageCount(handle);
    const reason = reasonAgainst(pdfium, handle, pageCount);
    if (reason !== null) return { outcome: 'refused', reason };
    return { outcome: 'opened', result: await use({ handle, pageCount }) };
  } finally {
    if (handle !== 0) call.FPDF_CloseDocument(handle);
    call.pdfium.wasmExports.free(address);
  }
}

function reasonNotOpened(error: number): Reason {
  if (error === passwordError) {
    return {
      code: 'encrypted-file',
      text: 'The file is locked with a password. Please send it again without a password.',
    };
  }
  return {
    code: 'unsupported-file',
    text: 'The file is damaged or incomplete and could not be opened. Please save it again as PDF and send it once more.',
  };
}

function reasonAgainst(pdfium: Pdfium, handle: number, pageCount: number): Reason | null {
  if (pageCount === 0) return { code: 'unsupported-file', text: 'The file has no pages.' };
  if (pageCount > pagesMax) {
    return { code: 'too-large', text: `The file has ${pageCount} pages; at most ${pagesMax} can be read.` };
  }
  for (let index = 0; index < pageCount; index++) {
    const known = pdfium.call.FPDF_GetPageSizeByIndexF(handle, index, pdfium.scratch);
    const width = floatAt(pdfium, pdfium.scratch);
    const height = floatAt(pdfium, pdfium.scratch + 4);
    if (!known || !(width > 0 && height > 0)) {
      return { code: 'unsupported-file', text: `Page ${index + 1} of the file is damaged.` };
    }
    if (width > sidePointsMax || height > sidePointsMax) {
      return { code: 'too-large', text: `Page ${index + 1} of the file is larger than any sheet of paper.` };
    }
  }
  const dynamicXfa = 2;
  if (pdfium.call.FPDF_GetFormType(handle) === dynamicXfa) {
    return {
      code: 'unsupported-file',
      text: 'The form is of a kind (XFA) that only one program can show. Please print it to PDF and send it once more.',
    };
  }
  return null;
}

/** Opens page `index` (from 0), hands over its handle and frame, closes it. Null when the page itself is broken. */
export function withPage<Result>(
  pdfium: Pdfium,
  document: PdfDocument,
  index: number,
  use: (page: number, frame: PageFrame) => Result,
): Result | null {
  const { call, scratch } = pdfium;
  const page = call.FPDF_LoadPage(document.handle, index);
  if (page === 0) return null;
  try {
    const known = call.FPDF_GetPageBoundingBox(page, scratch);
    const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((at) => floatAt(pdfium, scratch + at));
    if (!known || right <= left || top <= bottom) return null;
    return use(page, makePageFrame({ left, bottom, right, top }, call.FPDFPage_GetRotation(page)));
  } finally {
    call.FPDF_ClosePage(page);
  }
}
