import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeReadFields } from '#functions/read-fields/read-fields.ts';
import { makeSortDocuments } from '#functions/sort-documents/sort-documents.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { noSecondReader } from '#shared/adapters/local/no-second-reader.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { fileIdOf, runIdOf } from '#shared/domain/ids.ts';
import type { FileReading } from '#shared/domain/reading.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { putFiles } from '#shared/records/file-records.ts';
import { aFile } from '#test/builders/a-document.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { openSheet } from '#test/fixtures/make/sheet.ts';
import { captionsUnderLines } from './certificates-on-paper.ts';
import { readingOf } from './reading-of.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fields-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function setUp(reading: FileReading | null) {
  const records = openSqliteRecordStore(join(folder, 'records.sqlite'));
  const files = await openFolderFileStore(join(folder, 'files'));
  const readingKey = reading && (await files.put('reading', new TextEncoder().encode(JSON.stringify(reading))));
  await putFiles(records, [aFile({ readingKey })]);
  const input = { submissionId: submissionIdFor(1), runId: runIdOf(submissionIdFor(1), 1), fileId: fileIdOf(1) };
  const ports = { records, files };
  const looking = { documentReader: { draw: async () => null }, secondReader: noSecondReader };
  return { records, input, sort: makeSortDocuments(ports), read: makeReadFields({ ...ports, ...looking }) };
}

describe('sorting a file and reading its fields', () => {
  it('leaves a row for each document, and doing both again changes nothing', async () => {
    const { records, input, sort, read } = await setUp(await readingOf(await captionsUnderLines()));
    expect(await sort(input)).toMatchObject({ documentCount: 1 });
    await read(input);
    const [document, ...others] = await listDocuments(records, input.submissionId);
    expect(others).toEqual([]);
    expect(document).toMatchObject({ kind: 'certificate', reading: 'text-layer', pages: [1, 1], part: 1 });
    expect(document?.fields.attendeeName?.value).toBe('Renée Boudreaux-Hall');
    await read(input);
    expect(await listDocuments(records, input.submissionId)).toEqual([document]);
  });

  it('keeps nothing of a private paper but that it is there', async () => {
    const sheet = await openSheet('Letter');
    sheet.write('Discharge Summary', { x: 60, y: 70 }, { size: 16 });
    sheet.write('Patient: Ivy Naquin. Diagnosis: F11.20. Medications at discharge: buprenorphine 8 mg.', {
      x: 60,
      y: 100,
    });
    const { records, input, sort, read } = await setUp(await readingOf(await sheet.save()));
    await sort(input);
    await read(input);
    const stored = JSON.stringify(await listDocuments(records, input.submissionId));
    expect(stored).toContain('sensitive-document');
    expect(stored).not.toMatch(/Naquin|F11|buprenorphine/);
  });

  it('says of an unread page that a person will read it', async () => {
    const page = { number: 1, width: 612, height: 792, words: [], checkMarks: [], rules: [], ink: [], formFields: [] };
    const { records, input, sort, read } = await setUp({ engine: 'test', pages: [{ ...page, medium: 'unread' }] });
    await sort(input);
    await read(input);
    expect(await listDocuments(records, input.submissionId)).toMatchObject([
      { kind: 'other', reading: 'unread', fields: {}, reasons: [{ code: 'low-confidence' }] },
    ]);
  });

  it('finds no documents in a file that was not read', async () => {
    const { records, input, sort } = await setUp(null);
    expect(await sort(input)).toMatchObject({ documentCount: 0 });
    expect(await listDocuments(records, input.submissionId)).toEqual([]);
  });
});
