import { splitIntoWords } from './character-stretches.ts';
import type { CharacterOrGap, PageCharacter } from './page-characters.ts';
import type { Edges } from './page-frame.ts';

/** A word on the displayed page, still with the characters it is made of. */
export type PageWord = { text: string; edges: Edges; characters: PageCharacter[] };

export function gatherWords(characters: readonly CharacterOrGap[]): PageWord[] {
  return withoutTwins(splitIntoWords(characters).map(wordOf));
}

export function wordOf(characters: PageCharacter[]): PageWord {
  const text = characters.map((character) => character.text).join('');
  return { text: text.normalize('NFC'), edges: surround(characters.map((c) => c.edges)), characters };
}

export function surround(all: readonly Edges[]): Edges {
  return {
    left: Math.min(...all.map((edges) => edges.left)),
    top: Math.min(...all.map((edges) => edges.top)),
    right: Math.max(...all.map((edges) => edges.right)),
    bottom: Math.max(...all.map((edges) => edges.bottom)),
  };
}

/** Bold letters are sometimes made by printing the same word twice, a hair apart. */
function withoutTwins(words: PageWord[]): PageWord[] {
  const seen = new Map<string, PageWord[]>();
  return words.filter((word) => {
    const same = seen.get(word.text) ?? [];
    const isTwin = same.some(
      (other) => Math.abs(other.edges.left - word.edges.left) < 1.5 && Math.abs(other.edges.top - word.edges.top) < 1.5,
    );
    seen.set(word.text, [...same, word]);
    return !isTwin;
  });
}
