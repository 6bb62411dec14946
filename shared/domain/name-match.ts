import { foldLetters } from './name-tokens.ts';

/**
 * How alike a printed name and a name on the roster are. Order-free ("LeBlanc, Paul" is "Paul LeBlanc"), diacritics and
 * case do not matter. Nothing is ever decided on a name alone where two people could bear it.
 */
export type NameLikeness =
  /** every part is the same */
  | 'same'
  /** a middle name or initial is missing or shortened: Elton Broussard, Elton N. Broussard */
  | 'middle-differs'
  /** the first name is only an initial: J. Johnson */
  | 'initial-only'
  /** same last name and first letter, another first name: Bob and Robert would not even reach this */
  | 'different';

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const courtesies = new Set(['mr', 'mrs', 'ms', 'miss', 'dr']);

type NameParts = { given: string[]; last: string; suffix: string | null };

/** Letters, digits and commas only; what stands between words is one blank. */
export function foldName(text: string): string {
  return foldLetters(text)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N},]+/gu, ' ')
    .trim();
}

/** "LeBlanc, Paul Jr." → given [paul], last leblanc, suffix jr. Null when there are not two parts. */
export function namePartsOf(text: string): NameParts | null {
  const folded = foldName(text);
  const comma = folded.indexOf(',');
  const turned = comma >= 0 ? `${folded.slice(comma + 1)} ${folded.slice(0, comma)}` : folded;
  const words = turned.replace(/,/g, ' ').split(/\s+/).filter(Boolean);
  const suffix = words.find((word) => suffixes.has(word)) ?? null;
  const plain = words.filter((word) => !suffixes.has(word) && !courtesies.has(word));
  const last = plain.at(-1);
  if (last === undefined || plain.length < 2) return null;
  return { given: plain.slice(0, -1), last, suffix };
}

const isInitialOf = (a: string, b: string) => (a.length === 1 || b.length === 1) && a[0] === b[0];

/** The middle parts agree when the shorter list can be found in the longer one, an initial standing for a name. */
function middlesAgree(a: string[], b: string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let from = 0;
  for (const part of short) {
    const at = long.findIndex((other, i) => i >= from && (other === part || isInitialOf(part, other)));
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

export function likenessOf(printed: string, known: string): NameLikeness {
  const a = namePartsOf(printed);
  const b = namePartsOf(known);
  if (!a || !b || a.last !== b.last) return sameWordsInAnyOrder(a, b) ? 'same' : 'different';
  if (a.suffix && b.suffix && a.suffix !== b.suffix) return 'different';
  const [firstA, ...middleA] = a.given;
  const [firstB, ...middleB] = b.given;
  if (firstA === undefined || firstB === undefined) return 'different';
  if (!middlesAgree(middleA, middleB)) return 'different';
  if (firstA !== firstB) return isInitialOf(firstA, firstB) ? 'initial-only' : 'different';
  return middleA.join(' ') === middleB.join(' ') ? 'same' : 'middle-differs';
}

function sameWordsInAnyOrder(a: NameParts | null, b: NameParts | null): boolean {
  if (!a || !b) return false;
  const key = (parts: NameParts) => [...parts.given, parts.last].sort().join(' ');
  return key(a) === key(b);
}

/** Same last name and the same first letter: enough to believe an address on file, never enough without one. */
export function mayBeNickname(printed: string, known: string): boolean {
  const a = namePartsOf(printed);
  const b = namePartsOf(known);
  return a !== null && b !== null && a.last === b.last;
}
