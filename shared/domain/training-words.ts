import { remembered } from './remembered.ts';

/** A title longer than this is not a title; the rest is not read. */
const wordsMax = 200;

/** "Peers’ Rights & Blood-Borne Illness" → peers, rights, and, blood, borne, illness. */
export const wordsOf = remembered((text: string): readonly string[] =>
  text
    .slice(0, 4_000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, wordsMax),
);

/** The words by which a title is known: little words do not make it another. */
export function titleWords(text: string): string[] {
  return wordsOf(text).filter((word) => word !== 'the' && word !== 'a' && word !== 'and');
}

const companyForms = new Set(['inc', 'llc', 'ltd', 'corp', 'co', 'the', 'and', 'of']);

/** The words by which a provider is known, without the form of the company. */
export function providerWords(text: string): string[] {
  return wordsOf(text).filter((word) => !companyForms.has(word));
}
