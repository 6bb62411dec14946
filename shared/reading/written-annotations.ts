import type { Pdfium } from './pdfium-engine.ts';

/** FreeText, Line, Square, Circle, Polygon, PolyLine, Stamp, Ink: what programs for filling in and signing leave. */
const writtenSubtypes = new Set([3, 4, 5, 6, 7, 8, 13, 15]);
/** Hidden and NoView */
const unseenFlags = 0b10_0010;
const annotationsMax = 2_000;

/**
 * Makes what a person typed, drew or stamped onto the page part of the page, as it is when printed. Form fields stay
 * fields. `page` is PDFium's handle; the file itself is not changed.
 */
export function flattenWrittenAnnotations(pdfium: Pdfium, page: number): void {
  const { call } = pdfium;
  const count = Math.min(call.FPDFPage_GetAnnotCount(page), annotationsMax);
  for (let index = count - 1; index >= 0; index--) {
    const annotation = call.FPDFPage_GetAnnot(page, index);
    if (annotation === 0) continue;
    const isSeen = (call.FPDFAnnot_GetFlags(annotation) & unseenFlags) === 0;
    if (isSeen && writtenSubtypes.has(call.FPDFAnnot_GetSubtype(annotation))) {
      call.EPDFAnnot_Flatten(page, annotation);
    }
    call.FPDFPage_CloseAnnot(annotation);
  }
}
