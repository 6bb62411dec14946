import { openHeif } from './heif-picture.ts';
import { withPage, withPdf } from './pdf-document.ts';
import { type Pdfium, startPdfium } from './pdfium-engine.ts';
import { encodePng, type Picture } from './png-file.ts';
import { type PaintedPage, paintPage, sizeInPixels, toRedGreenBlue } from './render-page.ts';

/** A letter page at 400 dots an inch has 15 million. */
const pixelsMax = 25_000_000;
const dotsPerInchMax = 400;
/** A photo shows a letter page and some of the desk around it. */
const photoInches = 16.5;

type File = { bytes: Uint8Array; mediaType: string };

/** The same as a PNG. */
export async function drawPage(file: File, page: number, dotsPerInch: number): Promise<Uint8Array | null> {
  const drawn = await drawPixels(file, page, dotsPerInch);
  return drawn === null ? null : encodePng(drawn);
}

/** One page (from 1) of a PDF, or a HEIC photo; null when the file is neither, is refused, or has no such page. */
export async function drawPixels(
  { bytes, mediaType }: File,
  page: number,
  dotsPerInch: number,
): Promise<Picture | null> {
  const dots = Math.min(Math.max(dotsPerInch, 10), dotsPerInchMax);
  if (mediaType === 'application/pdf' && page >= 1) return drawPdfPage(bytes, page, dots);
  return mediaType === 'image/heic' && page === 1 ? openHeif(bytes, Math.round(dots * photoInches)) : null;
}

/** The pixels of one page of a PDF; null when it is none, is refused, or has no such page. */
export const drawPdfPage = (bytes: Uint8Array, page: number, dots: number): Promise<Picture | null> =>
  paintPdfPage(bytes, page, dots, toRedGreenBlue);

/** What `look` makes of the page while it lies painted in PDFium's memory. */
export async function paintPdfPage<Result>(
  bytes: Uint8Array,
  page: number,
  dots: number,
  look: (painted: PaintedPage) => Result,
): Promise<Result | null> {
  const pdfium = await startPdfium();
  const opened = await withPdf(pdfium, bytes, (document) => {
    if (page < 1 || page > document.pageCount) return null;
    return withForm(pdfium, document.handle, (form) =>
      withPage(pdfium, document, page - 1, (handle, frame) =>
        paintPage(pdfium, handle, sizeInPixels(frame, dots, pixelsMax), form, look),
      ),
    );
  });
  return opened.outcome === 'opened' ? opened.result : null;
}

/** Form fields are painted by a part of PDFium of its own. */
function withForm<Result>(pdfium: Pdfium, document: number, use: (form: number | null) => Result): Result {
  const { call } = pdfium;
  const info = call.PDFiumExt_OpenFormFillInfo();
  const form = call.PDFiumExt_InitFormFillEnvironment(document, info);
  try {
    return use(form === 0 ? null : form);
  } finally {
    if (form !== 0) call.PDFiumExt_ExitFormFillEnvironment(form);
    call.PDFiumExt_CloseFormFillInfo(info);
  }
}
