import type { PageWord } from './characters-to-words.ts';
import { wordOf } from './characters-to-words.ts';
import type { DrawnBox } from './drawn-boxes.ts';

const emptyBox = /^[\u2610\u25a1\u25fb\u25fd\u274f\u2750\u2751\u2752\u2b1c\u2b1a]$/u;
const tickedBox = /^[\u2611\u2612\u2705\u2327\u22a0\u2bbd\u{1f5f7}\u{1f5f9}]$/u;
const bracketed = /^[[(]([xX\u2713\u2714\u2717\u2718*]?)[\])]$/u;

/** Boxes that are letters of a font, or typed as "[x]", are boxes to tick, not words; what stands beside them stays. */
export function liftGlyphBoxes(words: readonly PageWord[]): { words: PageWord[]; boxes: DrawnBox[] } {
  const boxes: DrawnBox[] = [];
  const rest = joinBrackets(words).flatMap((word) => {
    const typed = bracketed.exec(word.text);
    if (typed !== null && word.text.startsWith('[')) {
      boxes.push({ edges: word.edges, checked: typed[1] !== '', confidence: 0.95 });
      return [];
    }
    return splitAtBoxes(word, boxes);
  });
  return { words: rest, boxes };
}

function splitAtBoxes(word: PageWord, boxes: DrawnBox[]): PageWord[] {
  const parts: PageWord['characters'][] = [[]];
  for (const character of word.characters) {
    const isTicked = tickedBox.test(character.text);
    if (!isTicked && !emptyBox.test(character.text)) parts.at(-1)?.push(character);
    else {
      boxes.push({ edges: character.inkEdges, checked: isTicked, confidence: 0.98 });
      parts.push([]);
    }
  }
  if (parts.length === 1) return [word];
  return parts.filter((part) => part.length > 0).map((part) => wordOf(part));
}

/** "[ ]" and "[ x ]" come as several words. */
function joinBrackets(words: readonly PageWord[]): PageWord[] {
  const joined: PageWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const run = bracketRun(words, at);
    const word = words[at];
    if (run !== null) {
      joined.push(wordOf(run.flatMap((piece) => piece.characters)));
      at += run.length - 1;
    } else if (word !== undefined) joined.push(word);
  }
  return joined;
}

function bracketRun(words: readonly PageWord[], at: number): PageWord[] | null {
  if (words[at]?.text !== '[') return null;
  for (const length of [2, 3]) {
    const run = words.slice(at, at + length);
    const isClose = Math.abs((run.at(-1)?.edges.left ?? 0) - (run[0]?.edges.right ?? 0)) < 24;
    if (run.length === length && isClose && bracketed.test(run.map((word) => word.text).join(''))) return run;
  }
  return null;
}
