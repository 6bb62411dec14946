import { splitFile } from '#functions/sort-documents/split-file.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import { aPageOfWords } from '#test/builders/a-page-of-words.ts';

export type KnownPapers = Partial<Record<DocumentKind, readonly string[]>>;
export type Miss = { truth: DocumentKind; taken: DocumentKind; seed: number | null; opening: string };
export type Confusion = { papers: number; misses: Miss[]; table: string };

/** Sorts every paper once as it is printed, and once for each seed as a poor scan of it reads. */
export function confusionOf(known: KnownPapers, seeds: readonly number[]): Confusion {
  const misses: Miss[] = [];
  const counts = new Map<string, number>();
  let papers = 0;
  for (const [truth, texts] of Object.entries(known) as [DocumentKind, readonly string[]][]) {
    for (const [at, text] of texts.entries()) {
      for (const seed of [null, ...seeds]) {
        const page = aPageOfWords(text, seed === null ? {} : { misread: seed * 1000 + at });
        const parts = splitFile({ engine: 'test', pages: [page] });
        const taken = parts.length === 1 ? (parts[0]?.kind ?? 'other') : 'other';
        papers += 1;
        counts.set(`${truth} > ${taken}`, (counts.get(`${truth} > ${taken}`) ?? 0) + 1);
        if (taken !== truth)
          misses.push({ truth, taken, seed, opening: text.trim().slice(0, 50).replaceAll('\n', ' / ') });
      }
    }
  }
  const table = [...counts].map(([pair, count]) => `${String(count).padStart(5)}  ${pair}`).join('\n');
  return { papers, misses, table };
}
