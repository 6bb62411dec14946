import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import type { PageReading } from '#shared/domain/reading.ts';
import { openDocument } from '#shared/reading/open-document.ts';

export type Sheet = { document: PDFDocument; page: PDFPage; font: PDFFont };

/** A letter page with enough plain text on it to count as a page of text. */
export async function aSheet(size: [number, number] = [612, 792]): Promise<Sheet> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage(size);
  return { document, page, font };
}

export function writeParagraph({ page, font }: Sheet, y = 700): void {
  for (let line = 0; line < 4; line++) {
    page.drawText('The quick brown fox jumps over the lazy dog', { x: 72, y: y - line * 16, size: 11, font });
  }
}

export async function bytesOf({ document }: Sheet): Promise<Uint8Array> {
  return document.save();
}

export async function readSheet(sheet: Sheet): Promise<PageReading> {
  return firstPage(await bytesOf(sheet));
}

/** The first page of a PDF that must be readable. */
export async function firstPage(bytes: Uint8Array): Promise<PageReading> {
  const result = await openDocument({ bytes, mediaType: 'application/pdf' });
  if (result.outcome !== 'read') throw new Error(result.reason.text);
  const [page] = result.reading.pages;
  if (page === undefined) throw new Error('no page');
  return page;
}

export async function refusalOf(bytes: Uint8Array, mediaType = 'application/pdf'): Promise<string> {
  const result = await openDocument({ bytes, mediaType });
  return result.outcome === 'refused' ? result.reason.code : 'read';
}

export function textOf(page: PageReading): string {
  return page.words.map((word) => word.text).join(' ');
}
