import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, onTestFinished, test } from 'vitest';
import { makeReadText } from '#functions/read-text/read-text.ts';
import { makeDirectDocumentReader } from '#shared/adapters/aws/direct-document-reader.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { fileIdOf, runIdOf } from '#shared/domain/ids.ts';
import type { TextReader } from '#shared/ports/text-reader.ts';
import { encodePng } from '#shared/reading/png-file.ts';
import { putFiles } from '#shared/records/file-records.ts';
import { aFile } from '#test/builders/a-document.ts';
import { aPageOfWords } from '#test/builders/a-page-of-words.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const submissionId = submissionIdFor(1);
const fileId = fileIdOf(1);

/** A scan: each page a grey picture, the first one wide and the others tall. */
async function aScan(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const grey = await document.embedPng(encodePng({ width: 20, height: 30, pixels: new Uint8Array(1800).fill(90) }));
  for (let at = 0; at < pages; at += 1) {
    const page = document.addPage(at === 0 ? [792, 612] : [612, 792]);
    page.drawImage(grey, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
  }
  return document.save();
}

const isWide = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return view.getUint32(16) > view.getUint32(20);
};

/** All that is kept of the readings of one scan, the words of whose pages are these. */
async function keptOf(first: string, second?: string): Promise<string[]> {
  const place = mkdtempSync(join(tmpdir(), 'withhold-'));
  const records = openSqliteRecordStore(join(place, 'records.sqlite'));
  onTestFinished(() => {
    records.close();
    rmSync(place, { recursive: true, force: true });
  });
  const files = openFolderFileStore(join(place, 'files'));
  const fileKey = await files.put('document', await aScan(second === undefined ? 1 : 2));
  await putFiles(records, [aFile({ submissionId, fileId, fileKey, mediaType: 'application/pdf', readingKey: null })]);
  const textReader: TextReader = {
    engine: 'sharp-eyes',
    priceOf: () => 1500,
    readPage: async ({ bytes }) => aPageOfWords(isWide(bytes) ? first : (second ?? ''), { medium: 'ocr' }),
  };
  const documentReader = makeDirectDocumentReader();
  const readText = makeReadText({ records, files, documentReader, textReader, readingCeiling: 500_000 });
  await readText({ submissionId, fileId, runId: runIdOf(submissionId, 1) });
  return readdirSync(join(place, 'files', 'reading'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

test('nothing that is kept holds a word of a private page, also where reading it was paid', async () => {
  const kept = await keptOf(`Discharge Summary
Patient: Ivy Naquin
Diagnosis: F11.20 opioid dependence
Medications: buprenorphine 8 mg`);
  expect(kept.length).toBeGreaterThan(0);
  for (const text of kept) expect(text).not.toMatch(/naquin|buprenorphine|discharge/i);
});

test('what is kept of a certificate holds its words', async () => {
  const kept = await keptOf(
    '# Certificate of Completion\nIvy Naquin\nPeer Work and Opioid Use Disorder\n3 contact hours',
  );
  expect(kept.join(' ')).toContain('Naquin');
});

test('nothing that is kept holds a word of the second page of a private paper, which alone looks like any page', async () => {
  const kept = await keptOf(
    'Discharge Summary\nPatient: Ivy Naquin\nDiagnosis: F11.20 opioid dependence\nMedications: buprenorphine 8 mg',
    'Ivy Naquin came to every group in the month of March and sleeps well again.\nHer sister brings her on Tuesdays.',
  );
  expect(kept.join(' ').match(/"isWithheld":true/g)?.length).toBeGreaterThan(2);
  for (const text of kept) expect(text).not.toMatch(/naquin|tuesdays|sister/i);
});

test('what is kept of the second page of a certificate holds its words, in the reading of the file', async () => {
  const kept = await keptOf(
    '# Certificate of Completion\nIvy Naquin\nPeer Work and Opioid Use Disorder\n3 contact hours',
    'Notes of the day: bring the tuesdays list along, and the sister group comes at noon.',
  );
  expect(kept.join(' ')).toMatch(/tuesdays/);
});
