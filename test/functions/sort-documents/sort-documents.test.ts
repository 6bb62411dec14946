import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeSortDocuments } from '#functions/sort-documents/sort-documents.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { fileIdOf, runIdOf } from '#shared/domain/ids.ts';
import type { FileReading } from '#shared/domain/reading.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { putFiles } from '#shared/records/file-records.ts';
import { aFile } from '#test/builders/a-document.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const submissionId = submissionIdFor(1);
const input = { submissionId, runId: runIdOf(submissionId, 1), fileId: fileIdOf(1) };
let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

const blank = { width: 612, height: 792, words: [], checkMarks: [], rules: [], ink: [], formFields: [] };
const unread = { ...blank, number: 1, medium: 'unread' as const, unreadBecause: 'A photo.' };

async function sorted(reading: FileReading) {
  const files = openFolderFileStore(mkdtempSync(join(tmpdir(), 'sort-')));
  const readingKey = await files.put('reading', new TextEncoder().encode(JSON.stringify(reading)));
  await putFiles(records, [aFile({ readingKey })]);
  const sort = makeSortDocuments({ records, files });
  await sort(input);
  await sort(input);
  return listDocuments(records, submissionId);
}

describe('what is in a file', () => {
  test('a page that was not read stays a paper of the mail, with the reason, once', async () => {
    const documents = await sorted({ engine: 'none', pages: [unread] });
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({ kind: 'other', reading: 'unread' });
    expect(documents[0]?.reasons).toEqual([{ code: 'low-confidence', text: 'A photo.' }]);
  });

  test.each([
    ['unseen-text', 'cannot be seen'],
    ['files-inside', 'other files inside'],
  ] as const)('%s in a file goes to a person', async (flag, words) => {
    const [document] = await sorted({ engine: 'none', pages: [unread], flags: [flag] });
    expect(document?.reasons.map(({ code }) => code)).toContain('needs-human-decision');
    expect(document?.reasons.at(-1)?.text).toContain(words);
  });

  test('a form that adds up its own totals is no reason to ask anybody', async () => {
    const [document] = await sorted({ engine: 'none', pages: [unread], flags: ['script'] });
    expect(document?.reasons).toHaveLength(1);
  });
});
