import type { PageFrame } from './page-frame.ts';
import { bytesAt, type Pdfium } from './pdfium-engine.ts';
import type { Picture } from './png-file.ts';

const colourFormat = 3;
const bytesPerPixel = 4;
const drawAnnotations = 1;

/** A painted page in PDFium's own memory, gone when it has been looked at: a word a pixel, blue lowest, rows `stride` words apart. */
export type PaintedPage = { width: number; height: number; stride: number; words: Uint32Array };

type Size = { width: number; height: number };

/**
 * Paints a page as a person would see it, form fields included where `form` (PDFium's form handle) is given. The caller
 * has bounded `width` times `height`. Null when there is no memory for it.
 */
export const renderPage = (pdfium: Pdfium, page: number, size: Size, form: number | null): Picture | null =>
  paintPage(pdfium, page, size, form, toRedGreenBlue);

/** The same for whoever makes something else of it than its colours. */
export function paintPage<Result>(
  pdfium: Pdfium,
  page: number,
  size: Size,
  form: number | null,
  look: (painted: PaintedPage) => Result,
): Result | null {
  const { call } = pdfium;
  const { width, height } = size;
  const bitmap = call.FPDFBitmap_CreateEx(width, height, colourFormat, 0, 0);
  if (bitmap === 0) return null;
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, drawAnnotations);
    if (form !== null) call.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, drawAnnotations);
    const stride = call.FPDFBitmap_GetStride(bitmap);
    const bytes = bytesAt(pdfium, call.FPDFBitmap_GetBuffer(bitmap), stride * height);
    // a pixel is one word of four bytes, blue first: read at once, it takes a third of the time of three bytes
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / bytesPerPixel);
    return look({ width, height, stride: stride / bytesPerPixel, words });
  } finally {
    call.FPDFBitmap_Destroy(bitmap);
  }
}

export function toRedGreenBlue({ width, height, stride, words }: PaintedPage): Picture {
  const pixels = new Uint8Array(width * height * 3);
  let to = 0;
  for (let row = 0; row < height; row++) {
    for (let at = row * stride; at < row * stride + width; at++) {
      const word = words[at] ?? 0;
      pixels[to] = word >>> 16;
      pixels[to + 1] = word >>> 8;
      pixels[to + 2] = word;
      to += 3;
    }
  }
  return { width, height, pixels };
}

/** At `dotsPerInch`, or coarser when the page would have more pixels than `pixelsMax`. */
export function sizeInPixels(frame: PageFrame, dotsPerInch: number, pixelsMax: number) {
  const wanted = dotsPerInch / 72;
  const allowed = Math.sqrt(pixelsMax / (frame.width * frame.height));
  const scale = Math.min(wanted, allowed);
  return {
    width: Math.max(1, Math.floor(frame.width * scale)),
    height: Math.max(1, Math.floor(frame.height * scale)),
  };
}
