import { foldName } from './name-match.ts';
import { remembered } from './remembered.ts';

const wordsOf = remembered((text: string): readonly string[] =>
  foldName(text).replace(/,/g, ' ').split(/\s+/).filter(Boolean),
);

/** Roman numbers up to twelve: "Part II" is another training than "Part III". */
const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** The numbers of a title in order, as text: of "Ethics, Part II (2026)" 2 and 2026. */
function numbersOf(words: readonly string[]): string {
  const numbers = words.flatMap((word) => {
    if (/^\d+$/.test(word)) return [String(Number(word))];
    return roman.includes(word) ? [String(roman.indexOf(word) + 1)] : [];
  });
  return numbers.join(' ');
}

const numbersIn = remembered((text: string) => numbersOf(wordsOf(text)));

/**
 * 0..1: how many words two titles share (Dice), so that a cut-off or re-punctuated title still finds its partner. Titles
 * that both bear numbers, and not the same, are never alike: "Part 1" is not "Part 2".
 */
export function titleLikeness(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.length === 0 || right.length === 0) return 0;
  const [one, other] = [numbersIn(a), numbersIn(b)];
  if (one !== '' && other !== '' && one !== other) return 0;
  const rest = [...right];
  const shared = left.filter((word) => {
    const at = rest.indexOf(word);
    if (at < 0) return false;
    rest.splice(at, 1);
    return true;
  }).length;
  return (2 * shared) / (left.length + right.length);
}

const filler = new Set(['the', 'a', 'an', 'and']);

const plain = remembered((text: string) =>
  wordsOf(text)
    .filter((word) => !filler.has(word))
    .join(''),
);

/** The same words in the same order, whatever the case, accents, punctuation, blanks and little words. */
export function isSameTitle(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b);
}
