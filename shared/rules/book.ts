import { createHash } from 'node:crypto';
import type { Book } from '#shared/domain/book.ts';

type Pages = Readonly<Record<string, string>>;

/** Of the pages that may change an answer: those of letters only say it in other words. */
export const bookOf = (all: Pages): Book => bookOfThose(all, (path) => !path.startsWith('letters/'));

/** Of the pages that say it: each letter names the version that it was drafted with. */
export const letterBookOf = (all: Pages): Book => bookOfThose(all, (path) => path.startsWith('letters/'));

function bookOfThose(all: Pages, isOne: (path: string) => boolean): Book {
  const pages = Object.fromEntries(
    Object.entries(all)
      .filter(([path]) => isOne(path))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
  const hashes = Object.fromEntries(Object.entries(pages).map(([path, text]) => [path, hashOf(text)]));
  return { pages, hashes, sha256: hashOf(JSON.stringify(hashes)) };
}

/** The pages that are not the same in both, by path: written otherwise, new, or gone. */
export function pagesChanged(one: Book, other: Book): string[] {
  const paths = [...new Set([...Object.keys(one.hashes), ...Object.keys(other.hashes)])].sort();
  return paths.filter((path) => one.hashes[path] !== other.hashes[path]);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
