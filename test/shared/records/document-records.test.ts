import { describe, expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { fileIdOf } from '#shared/domain/ids.ts';
import { listDocuments, saveDocuments } from '#shared/records/document-records.ts';
import { aDocument } from '#test/builders/a-document.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const mail = submissionIdFor(1);

describe('the documents of a mail', () => {
  it('are listed by file, then by their place in it, however many there are', async () => {
    const records = openSqliteRecordStore(':memory:');
    const many = Array.from({ length: 120 }, (_, i) =>
      aDocument({ fileId: fileIdOf(1), part: i + 1, pages: [i + 1, i + 1] }),
    );
    await saveDocuments(records, mail, fileIdOf(2), [aDocument({ fileId: fileIdOf(2) })]);
    await saveDocuments(records, mail, fileIdOf(1), many);
    const listed = await listDocuments(records, mail);
    expect(listed.map(({ fileId, part }) => `${fileId} ${part}`)).toEqual([
      ...many.map(({ part }) => `${fileIdOf(1)} ${part}`),
      `${fileIdOf(2)} 1`,
    ]);
  });

  it('become exactly those saved last; those of other files stay', async () => {
    const records = openSqliteRecordStore(':memory:');
    const other = aDocument({ fileId: fileIdOf(2) });
    await saveDocuments(records, mail, fileIdOf(2), [other]);
    await saveDocuments(records, mail, fileIdOf(1), [aDocument(), aDocument({ part: 2 })]);
    await saveDocuments(records, mail, fileIdOf(1), [aDocument({ kind: 'ce-report' })]);
    expect(await listDocuments(records, mail)).toEqual([aDocument({ kind: 'ce-report' }), other]);
  });

  it('are not written again when nothing changed', async () => {
    const records = openSqliteRecordStore(':memory:');
    await saveDocuments(records, mail, fileIdOf(1), [aDocument()]);
    await saveDocuments(records, mail, fileIdOf(1), [aDocument()]);
    const { records: rows } = await records.list({ pk: `SUB#${mail}`, skStartsWith: 'DOC#' });
    expect(rows.map(({ version }) => version)).toEqual([1]);
  });
});
