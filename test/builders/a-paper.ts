import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { Box } from '#shared/domain/reading.ts';

export const letterPoints = { width: 612, height: 792 };

/** One line of print: where it stands in fractions of the page, and the name of the field that it is, if any. */
export type PrintedLine = { text: string; left: number; top: number; size?: number; bold?: boolean; name?: string };
export type Paper = { bytes: Uint8Array; boxes: Readonly<Record<string, Box>> };

/** A letter page as a real PDF, and the boxes of its named lines as a reader would find them. */
export async function aPaper(lines: readonly PrintedLine[], rules: readonly number[] = []): Promise<Paper> {
  const document = await PDFDocument.create();
  const page = document.addPage([letterPoints.width, letterPoints.height]);
  const fonts = {
    plain: await document.embedFont(StandardFonts.TimesRoman),
    bold: await document.embedFont(StandardFonts.TimesRomanBold),
  };
  for (const top of rules) drawRule(page, top);
  const boxes: Record<string, Box> = {};
  for (const line of lines) {
    const box = drawLine(page, line.bold === true ? fonts.bold : fonts.plain, line);
    if (line.name !== undefined) boxes[line.name] = box;
  }
  return { bytes: await document.save(), boxes };
}

function drawLine(page: PDFPage, font: PDFFont, { text, left, top, size = 12 }: PrintedLine): Box {
  const [x, y] = [left * letterPoints.width, letterPoints.height * (1 - top) - size];
  page.drawText(text, { x, y, size, font });
  return [left, top, font.widthOfTextAtSize(text, size) / letterPoints.width, (size * 1.2) / letterPoints.height];
}

function drawRule(page: PDFPage, top: number): void {
  const y = letterPoints.height * (1 - top);
  page.drawLine({ start: { x: 36, y }, end: { x: 576, y }, thickness: 0.5, color: rgb(0.4, 0.4, 0.4) });
}
