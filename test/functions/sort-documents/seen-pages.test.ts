import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeSortDocuments } from '#functions/sort-documents/sort-documents.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { fileIdOf, runIdOf } from '#shared/domain/ids.ts';
import type { PageReading } from '#shared/domain/reading.ts';
import { listDocumentsOfFile } from '#shared/records/document-records.ts';
import { putFiles } from '#shared/records/file-records.ts';
import { aFile } from '#test/builders/a-document.ts';
import { aSheet, readSheet } from '#test/builders/a-pdf.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const submissionId = submissionIdFor(1);
const fileId = fileIdOf(1);

async function aPage(lines: readonly string[]): Promise<PageReading> {
  const sheet = await aSheet();
  for (const [at, text] of lines.entries()) {
    sheet.page.drawText(text, { x: 72, y: 720 - at * 24, size: 14, font: sheet.font });
  }
  return readSheet(sheet);
}

async function sorted(pages: readonly PageReading[]) {
  const place = mkdtempSync(join(tmpdir(), 'sort-'));
  const records = openSqliteRecordStore(join(place, 'records.sqlite'));
  onTestFinished(() => {
    records.close();
    rmSync(place, { recursive: true, force: true });
  });
  const files = openFolderFileStore(join(place, 'files'));
  const reading = new TextEncoder().encode(JSON.stringify({ engine: 'test', pages }));
  const readingKey = await files.put('reading', reading);
  await putFiles(records, [aFile({ submissionId, fileId, readingKey, refused: null, isDecoration: false })]);
  await makeSortDocuments({ records, files })({ submissionId, fileId, runId: runIdOf(submissionId, 1) });
  return listDocumentsOfFile(records, submissionId, fileId);
}

test('a document with one scanned page is a scanned document', async () => {
  const first = await aPage([
    'Peer Support Specialist',
    'Annual Continuing Education Report',
    'Name of specialist: Dana',
  ]);
  const second = await aPage(['Page 2 of 2', 'Signature of the specialist', 'Date signed']);
  const documents = await sorted([first, { ...second, number: 2, medium: 'ocr' }]);
  expect(documents).toMatchObject([{ pages: [1, 2], reading: 'ocr' }]);
});
