import type { CharacterOrGap, PageCharacter } from './page-characters.ts';

/** Characters that follow each other on a line without a written blank or a wide gap: one word or several. */
type Stretch = { characters: PageCharacter[]; followsOnLine: boolean };

/** Wider than this, of the letter size, something else begins: the next cell, the next field. */
const farSizes = 0.8;
/** A blank that was not written is a quarter of the letter size, or less in a full line; letters of one word touch. */
const blankSizes = 0.17;
/** Letters that mostly stand this far apart are set apart on purpose ("T R A I N I N G"). */
const spacedSizes = 0.12;

/** The characters of each word, in the order written. Splits at blanks, at gaps, and where the writing jumps. */
export function splitIntoWords(characters: readonly CharacterOrGap[]): PageCharacter[][] {
  const stretches = stretchesOf(characters);
  const spaced = stretches.map((stretch) => stretch.characters.length > 2 && usualGap(stretch) >= spacedSizes);
  return stretches.flatMap((stretch, index) => {
    const isPair = stretch.characters.length === 2;
    const before = isPair && stretch.followsOnLine && spaced[index - 1] === true;
    const after = isPair && stretches[index + 1]?.followsOnLine === true && spaced[index + 1] === true;
    const isSpaced = spaced[index] === true || before || after;
    return splitAt(stretch, isSpaced ? Math.max(usualGap(stretch) * 2.2, blankSizes) : blankSizes);
  });
}

function stretchesOf(characters: readonly CharacterOrGap[]): Stretch[] {
  const stretches: Stretch[] = [];
  let isBlank = false;
  let last: PageCharacter | null = null;
  for (const character of characters) {
    if (typeof character === 'string') {
      isBlank ||= character === 'blank';
      continue;
    }
    const gap = last === null ? Number.POSITIVE_INFINITY : gapSizes(last, character);
    const isOnLine = last !== null && isOnLineOf(last, character) && gap > -1;
    if (isOnLine && !isBlank && gap < farSizes) stretches.at(-1)?.characters.push(character);
    else stretches.push({ characters: [character], followsOnLine: isOnLine && gap < 2 * farSizes });
    last = character;
    isBlank = false;
  }
  return stretches;
}

function splitAt(stretch: Stretch, sizes: number): PageCharacter[][] {
  const words: PageCharacter[][] = [];
  let last: PageCharacter | null = null;
  for (const character of stretch.characters) {
    if (last !== null && gapSizes(last, character) < sizes) words.at(-1)?.push(character);
    else words.push([character]);
    last = character;
  }
  return words;
}

/** The median distance between neighbouring letters, in letter sizes; dots that lead the eye across a line do not count. */
function usualGap({ characters }: Stretch): number {
  const gaps = characters.flatMap((character, index) => {
    const last = characters[index - 1];
    const isPair = last !== undefined && letter.test(last.text) && letter.test(character.text);
    return isPair ? [gapSizes(last, character)] : [];
  });
  return gaps.sort((one, other) => one - other)[Math.floor((gaps.length - 1) / 2)] ?? 0;
}

const letter = /[\p{L}\p{N}]/u;

function gapSizes(last: PageCharacter, next: PageCharacter): number {
  if (isOfOneGlyph(last, next)) return 0;
  const size = Math.max(last.sizePoints, next.sizePoints, 0.1);
  return (next.alongStart - last.alongEnd) / size;
}

/** "ffi" set as one glyph is three characters in one place. */
const isOfOneGlyph = (last: PageCharacter, next: PageCharacter) =>
  last.run === next.run && last.alongStart === next.alongStart && last.alongEnd === next.alongEnd;

function isOnLineOf(last: PageCharacter, next: PageCharacter): boolean {
  const size = Math.max(last.sizePoints, next.sizePoints);
  const turned = last.direction[0] * next.direction[0] + last.direction[1] * next.direction[1] < 0.99;
  return !turned && Math.abs(next.across - last.across) < size * 0.5;
}
