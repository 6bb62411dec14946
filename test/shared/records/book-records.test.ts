import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { findBook, hasBook, keepBook } from '#shared/records/book-records.ts';
import { letterBookOf } from '#shared/rules/book.ts';

let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

/** Longer than a row may be, with signs of several bytes and one that lies across the end of a part. */
const long = `${'ñ'.repeat(14_999)}😀${'| "Ça va." | 漢字 |\n'.repeat(20_000)}`;
const pages = { 'letters/sentences.es.md': long, 'letters/empty.md': '', 'letters/accepted.md': 'Subject: Yes\n' };
const book = letterBookOf(pages);

describe('the pages that are kept as they stood', () => {
  test('come back to the letter, however long one is', async () => {
    await keepBook(records, 'one', book);
    expect(await hasBook(records, book.sha256)).toBe(true);
    expect(await findBook(records, book.sha256)).toEqual(pages);
  });

  test('are not there when a part of one is gone', async () => {
    await keepBook(records, 'one', book);
    const pk = `PAGE#${book.hashes['letters/sentences.es.md']}`;
    await records.write([{ remove: { pk, sk: 'PART#007' }, expect: 'any' }]);
    expect(await hasBook(records, book.sha256)).toBe(false);
  });

  test('of a store of before, where each was one row, are read as well', async () => {
    const one = letterBookOf({ 'letters/accepted.md': 'Subject: Yes\n' });
    const hash = one.hashes['letters/accepted.md'] ?? '';
    await records.write([
      { put: { pk: `PAGE#${hash}`, sk: 'PAGE', body: { text: 'Subject: Yes\n' } }, expect: 'absent' },
      {
        put: { pk: `BOOK#${one.sha256}`, sk: 'BOOK', body: { programme: 'one', pages: one.hashes } },
        expect: 'absent',
      },
    ]);
    expect(await findBook(records, one.sha256)).toEqual(one.pages);
    expect(await hasBook(records, one.sha256)).toBe(true);
  });
});
