import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findFile, listFiles, putFiles, saveFile } from '#shared/records/file-records.ts';
import { aFile } from '#test/builders/a-document.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const submissionId = submissionIdFor(1);
let place = '';
let records: RecordStore & { close(): void };

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'file-records-'));
  records = openSqliteRecordStore(join(place, 'records.sqlite'));
});
afterEach(() => {
  records.close();
  rmSync(place, { recursive: true, force: true });
});

const files = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    aFile({ submissionId, fileId: fileIdOf(index + 1), sha256: String(index).padStart(64, '0') }),
  );

test('the files of a mail come back in the order they were found, however many there are', async () => {
  await putFiles(records, files(60));
  const found = await listFiles(records, submissionId);
  expect(found.map(({ file }) => file.fileId)).toEqual(files(60).map(({ fileId }) => fileId));
});

test('a mail opened twice has its files once, and what was learned of them stays', async () => {
  await putFiles(records, files(3));
  const [first] = files(3);
  if (first === undefined) throw new Error('no file');
  await saveFile(records, { ...first, readingKey: 'reading/1' }, 1);
  await putFiles(records, files(3));
  expect((await findFile(records, submissionId, first.fileId))?.file.readingKey).toBe('reading/1');
});

test('another file in the same place is a fault, not an overwrite', async () => {
  await putFiles(records, files(1));
  const other = files(1).map((file) => ({ ...file, sha256: 'f'.repeat(64) }));
  await expect(putFiles(records, other)).rejects.toBeInstanceOf(GiveUp);
});

test('a file changed by somebody else meanwhile is not overwritten', async () => {
  const [file] = files(1);
  if (file === undefined) throw new Error('no file');
  await putFiles(records, [file]);
  expect(await saveFile(records, file, 1)).toBe('written');
  expect(await saveFile(records, file, 1)).toBe('conflict');
});
