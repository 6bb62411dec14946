import type { CharacterOrGap, PageCharacter } from './page-characters.ts';
import type { Edges } from './page-frame.ts';

/** A word on the displayed page, still with the characters it is made of. */
export type PageWord = { text: string; edges: Edges; characters: PageCharacter[] };

/** A blank is about a quarter of the letter size; letters of one word stand closer than that. */
const gapSizes = 0.22;

/** Splits at blanks, at gaps, and where the writing jumps (back, up, down, or into another direction). */
export function gatherWords(characters: readonly CharacterOrGap[]): PageWord[] {
  const words: PageWord[] = [];
  let word: PageCharacter[] = [];
  const close = () => {
    if (word.length > 0) words.push(wordOf(word));
    word = [];
  };
  for (const character of characters) {
    const last = word.at(-1);
    if (character === null || (last !== undefined && !continues(last, character))) close();
    if (character !== null) word.push(character);
  }
  close();
  return withoutTwins(words);
}

function continues(last: PageCharacter, next: PageCharacter): boolean {
  const size = Math.max(last.sizePoints, next.sizePoints);
  const gap = next.alongStart - last.alongEnd;
  const turned = last.direction[0] * next.direction[0] + last.direction[1] * next.direction[1] < 0.99;
  return !turned && gap < size * gapSizes && gap > -size && Math.abs(next.across - last.across) < size * 0.5;
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
