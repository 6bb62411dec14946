import { expect, test } from 'vitest';
import { sortFile } from '#functions/sort-documents/sort-documents.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import { aFile } from '#test/builders/a-document.ts';
import { aSheet, readSheet } from '#test/builders/a-pdf.ts';

async function aReportPage(lines: readonly string[]): Promise<PageReading> {
  const sheet = await aSheet();
  for (const [at, text] of lines.entries()) {
    sheet.page.drawText(text, { x: 72, y: 720 - at * 24, size: 14, font: sheet.font });
  }
  return readSheet(sheet);
}

test('a document with one scanned page is a scanned document', async () => {
  const first = await aReportPage([
    'Peer Support Specialist',
    'Annual Continuing Education Report',
    'Name of specialist: Dana',
  ]);
  const second = await aReportPage(['Page 2 of 2', 'Signature of the specialist', 'Date signed']);
  const scanned: PageReading = { ...second, number: 2, medium: 'ocr' };
  const [document, ...more] = sortFile(aFile(), { engine: 'test', pages: [first, scanned] });
  expect(more).toEqual([]);
  expect(document).toMatchObject({ pages: [1, 2], reading: 'ocr' });
});
