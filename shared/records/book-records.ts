import { z } from 'zod';
import type { Book } from '#shared/domain/book.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { writesAtOnceMax } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

const bookSchema = z.object({ programme: z.string(), pages: z.record(z.string(), z.string()) });
const pageSchema = z.object({ text: z.string() });

const bookKey = (sha256: string) => ({ pk: `BOOK#${sha256}`, sk: 'BOOK' });
const pageKey = (sha256: string) => ({ pk: `PAGE#${sha256}`, sk: 'PAGE' });

/**
 * Keeps the pages that judge, each once, by the hash of its text: a row is only ever added. A page that is written otherwise
 * is another row, and so is the book that it belongs to.
 */
export async function keepBook(
  records: RecordStore,
  programme: string,
  { pages, hashes, sha256 }: Book,
): Promise<void> {
  if (await records.find(bookKey(sha256))) return;
  const texts = new Map(Object.entries(pages).map(([path, text]) => [hashes[path] ?? '', text]));
  const writes = [...texts].map(
    ([hash, text]): Write => ({ put: { ...pageKey(hash), body: { text } }, expect: 'any' }),
  );
  for (let from = 0; from < writes.length; from += writesAtOnceMax)
    await records.write(writes.slice(from, from + writesAtOnceMax));
  // last: who finds the book finds all of its pages
  await records.write([{ put: { ...bookKey(sha256), body: { programme, pages: hashes } }, expect: 'any' }]);
}

/** Whether the book and every one of its pages are kept. */
export async function hasBook(records: RecordStore, sha256: string): Promise<boolean> {
  const row = await records.find(bookKey(sha256));
  if (!row) return false;
  const hashes = Object.values(bodyOf(bookSchema, row).pages);
  const pages = await Promise.all(hashes.map((hash) => records.find(pageKey(hash))));
  return pages.every((page) => page !== null);
}

/** The pages by path as they stood then; null when they were never kept. */
export async function findBook(records: RecordStore, sha256: string): Promise<Record<string, string> | null> {
  const row = await records.find(bookKey(sha256));
  if (!row) return null;
  const { pages } = bodyOf(bookSchema, row);
  const texts = await Promise.all(
    Object.entries(pages).map(async ([path, hash]) => {
      const page = await records.find(pageKey(hash));
      return [path, page ? bodyOf(pageSchema, page).text : ''] as const;
    }),
  );
  return Object.fromEntries(texts);
}
