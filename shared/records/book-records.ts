import { z } from 'zod';
import type { Book } from '#shared/domain/book.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { writesAtOnceMax } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

const bookSchema = z.object({ programme: z.string(), pages: z.record(z.string(), z.string()) });
/** `parts`: how many rows a long page takes up; the others stand beside the first */
const pageSchema = z.object({ text: z.string(), parts: z.number().int().min(1).default(1) });
const partSchema = z.object({ text: z.string() });

/** A row holds 100 kB of JSON: so many signs fit, whatever alphabet they are of. */
const signsInPart = 15_000;

const bookKey = (sha256: string) => ({ pk: `BOOK#${sha256}`, sk: 'BOOK' });
const pageKey = (sha256: string) => ({ pk: `PAGE#${sha256}`, sk: 'PAGE' });
const partKey = (sha256: string, number: number) => ({
  pk: `PAGE#${sha256}`,
  sk: `PART#${String(number).padStart(3, '0')}`,
});

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
  const writes = [...texts].flatMap(([hash, text]) => pageWrites(hash, text));
  for (let from = 0; from < writes.length; from += writesAtOnceMax)
    await records.write(writes.slice(from, from + writesAtOnceMax));
  // last: who finds the book finds all of its pages
  await records.write([{ put: { ...bookKey(sha256), body: { programme, pages: hashes } }, expect: 'any' }]);
}

/** The first part last: who finds it finds the others. */
function pageWrites(hash: string, text: string): Write[] {
  const parts = Array.from({ length: Math.max(1, Math.ceil(text.length / signsInPart)) }, (_, at) =>
    text.slice(at * signsInPart, (at + 1) * signsInPart),
  );
  const [first = '', ...others] = parts;
  const body = others.length === 0 ? { text: first } : { text: first, parts: parts.length };
  return [
    ...others.map((part, at): Write => ({ put: { ...partKey(hash, at + 2), body: { text: part } }, expect: 'any' })),
    { put: { ...pageKey(hash), body }, expect: 'any' },
  ];
}

/** Null where the page, or a part of it, is not there. */
async function findPage(records: RecordStore, hash: string): Promise<string | null> {
  const row = await records.find(pageKey(hash));
  if (!row) return null;
  const { text, parts } = bodyOf(pageSchema, row);
  const others = await Promise.all(Array.from({ length: parts - 1 }, (_, at) => records.find(partKey(hash, at + 2))));
  const texts = others.map((other) => (other === null ? null : bodyOf(partSchema, other).text));
  return texts.includes(null) ? null : [text, ...texts].join('');
}

/** Whether the book and every one of its pages are kept. */
export async function hasBook(records: RecordStore, sha256: string): Promise<boolean> {
  const row = await records.find(bookKey(sha256));
  if (!row) return false;
  const hashes = Object.values(bodyOf(bookSchema, row).pages);
  const pages = await Promise.all(hashes.map((hash) => findPage(records, hash)));
  return pages.every((page) => page !== null);
}

/** The pages by path as they stood then; null when they were never kept. */
export async function findBook(records: RecordStore, sha256: string): Promise<Record<string, string> | null> {
  const row = await records.find(bookKey(sha256));
  if (!row) return null;
  const { pages } = bodyOf(bookSchema, row);
  const texts = await Promise.all(
    Object.entries(pages).map(async ([path, hash]) => {
      return [path, (await findPage(records, hash)) ?? ''] as const;
    }),
  );
  return Object.fromEntries(texts);
}
