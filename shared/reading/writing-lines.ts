import { type PageWord, wordOf } from './characters-to-words.ts';
import type { Ruling } from './ruling-lines.ts';

const underscoresMin = 3;

/** A row of typed underscores is a line to write on, even where it is glued to its label ("Name:____"). */
export function liftWritingLines(words: readonly PageWord[]): { words: PageWord[]; rulings: Ruling[] } {
  const rulings: Ruling[] = [];
  const rest = words.flatMap((word) => {
    if (!word.text.includes('_'.repeat(underscoresMin))) return [word];
    return stretchesOf(word).flatMap((characters) => {
      const part = wordOf(characters);
      if (!part.text.startsWith('_'.repeat(underscoresMin))) return [part];
      rulings.push(rulingUnder(part));
      return [];
    });
  });
  return { words: rest, rulings };
}

function stretchesOf(word: PageWord): PageWord['characters'][] {
  const stretches: PageWord['characters'][] = [];
  for (const character of word.characters) {
    const last = stretches.at(-1);
    if (last !== undefined && (last[0]?.text === '_') === (character.text === '_')) last.push(character);
    else stretches.push([character]);
  }
  return stretches;
}

function rulingUnder({ characters, edges }: PageWord): Ruling {
  const inks = characters.map((character) => character.inkEdges);
  const top = Math.min(...inks.map((ink) => ink.top));
  const bottom = Math.max(...inks.map((ink) => ink.bottom));
  return { direction: 'horizontal', edges: { left: edges.left, right: edges.right, top, bottom } };
}
