import type { CharacterOrGap, PageCharacter } from './page-characters.ts';
import type { Edges } from './page-frame.ts';

/** A word on the displayed page, still with the characters it is made of. */
export type PageWord = { text: string; edges: Edges; characters: PageCharacter[] };

/** A blank is about a quarter of the letter size; letters of one word stand closer than that. */
const gapSizes = 0.22;

/** A run of characters without a break; `before` is what parts it from the run before. */
type Run = { characters: PageCharacter[]; before: 'blank' | 'gap' };

/** Splits at blanks, at gaps, and where the writing jumps (back, up, down, or into another direction). */
export function gatherWords(characters: readonly CharacterOrGap[]): PageWord[] {
  const runs: Run[] = [];
  let before: Run['before'] = 'gap';
  let isOpen = false;
  for (const character of characters) {
    if (typeof character === 'string') {
      before = isOpen || before === 'gap' ? character : before;
      isOpen = false;
      continue;
    }
    const run = runs.at(-1);
    const last = run?.characters.at(-1);
    if (isOpen && last !== undefined && continues(last, character)) run?.characters.push(character);
    else {
      runs.push({ characters: [character], before: isOpen ? 'gap' : before });
      before = 'gap';
    }
    isOpen = true;
  }
  return withoutTwins(joinSpacedLetters(runs).map((run) => wordOf(run.characters)));
}

function continues(last: PageCharacter, next: PageCharacter): boolean {
  const size = Math.max(last.sizePoints, next.sizePoints);
  const gap = next.alongStart - last.alongEnd;
  return isOnLineOf(last, next) && gap < size * gapSizes && gap > -size;
}

function isOnLineOf(last: PageCharacter, next: PageCharacter): boolean {
  const size = Math.max(last.sizePoints, next.sizePoints);
  const turned = last.direction[0] * next.direction[0] + last.direction[1] * next.direction[1] < 0.99;
  return !turned && Math.abs(next.across - last.across) < size * 0.5;
}

/** Letters set apart in a heading ("T R A I N I N G") are one word; where one ends a blank was written. */
function joinSpacedLetters(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (let at = 0; at < runs.length; ) {
    const spaced = spacedFrom(runs, at);
    const run = runs[at];
    if (spaced.length >= spacedLettersMin) {
      joined.push({ characters: spaced.flatMap((one) => one.characters), before: spaced[0]?.before ?? 'gap' });
    } else if (run !== undefined) joined.push(run, ...spaced.slice(1));
    at += Math.max(spaced.length, 1);
  }
  return joined;
}

const spacedLettersMin = 3;
/** Further apart than this, single letters are codes in a table. */
const spacedGapSizesMax = 0.8;

function spacedFrom(runs: readonly Run[], from: number): Run[] {
  const spaced: Run[] = [];
  let widest = 0;
  let narrowest = Number.POSITIVE_INFINITY;
  for (let at = from; at < runs.length; at++) {
    const run = runs[at];
    const letter = run?.characters[0];
    if (run === undefined || letter === undefined || run.characters.length > 1) break;
    const last = spaced.at(-1)?.characters[0];
    if (last !== undefined) {
      const gap = letter.alongStart - last.alongEnd;
      widest = Math.max(widest, gap);
      narrowest = Math.min(narrowest, gap);
      const isEven = widest <= narrowest * 1.6 + letter.sizePoints * 0.06;
      const isNear = gap > 0 && gap < letter.sizePoints * spacedGapSizesMax && isOnLineOf(last, letter);
      if (run.before === 'blank' || !isNear || !isEven) break;
    }
    spaced.push(run);
  }
  return spaced;
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
