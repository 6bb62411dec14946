import { splitFile } from '#functions/sort-documents/split-file.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { aPageOfWords } from '#test/builders/a-page-of-words.ts';

export type KnownPapers = Partial<Record<DocumentKind, readonly string[]>>;
export type Miss = { truth: DocumentKind; taken: DocumentKind; seed: number | null; opening: string };
export type Confusion = { papers: number; misses: Miss[]; table: string };

/** Sorts every paper once as it is printed, and once for each seed as a poor scan of it reads. */
export function confusionOf(known: KnownPapers, seeds: readonly number[]): Confusion {
  const looks = [null, ...seeds];
  const sorted = (Object.entries(known) as [DocumentKind, readonly string[]][]).flatMap(([truth, texts]) =>
    texts.flatMap((text, at) =>
      looks.map((seed) => ({ truth, taken: kindOf(text, at, seed), seed, opening: opening(text) })),
    ),
  );
  const counts = new Map<string, number>();
  for (const { truth, taken } of sorted) {
    const pair = `${truth} > ${taken}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  const table = [...counts].map(([pair, count]) => `${String(count).padStart(5)}  ${pair}`).join('\n');
  return { papers: sorted.length, misses: sorted.filter(({ truth, taken }) => truth !== taken), table };
}

const opening = (text: string) => text.trim().slice(0, 50).replaceAll('\n', ' / ');

/** One page is one paper: cut in two, it counts as not known. */
function kindOf(text: string, at: number, seed: number | null): DocumentKind {
  const page = aPageOfWords(text, seed === null ? {} : { misread: seed * 1000 + at });
  const [first, ...more] = splitFile({ engine: 'test', pages: [page] });
  return more.length === 0 ? (first?.kind ?? 'other') : 'other';
}
