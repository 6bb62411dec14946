import { foldLetters } from './name-tokens.ts';

/**
 * How alike a printed name and a name on the roster are. A comma turns a name ("LeBlanc, Paul" is "Paul LeBlanc"), diacritics and
 * case do not matter. Nothing is ever decided on a name alone where two people could bear it.
 */
export type NameLikeness =
  /** every part is the same */
  | 'same'
  /** a middle name, initial or suffix is missing or shortened: Elton Broussard, Elton N. Broussard Jr. */
  | 'middle-differs'
  /** the first name is only an initial: J. Johnson */
  | 'initial-only'
  /** the same words in another order, without a comma: LeBlanc Paul */
  | 'turned'
  /** another name, or one that speaks against it: Mary A. and Mary B. Smith, Paul Roy Sr. and Jr. */
  | 'different';

const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);
const courtesies = new Set(['mr', 'mrs', 'ms', 'miss', 'dr']);

/** Credentials and degrees, as they are written behind a name and a comma. */
const letters = new Set(
  'rpss rfpss cpss pss cps cprs cprss prss ncps ncprss crss ba bs bsw ma ms msw med mba mph lpc lmft lcsw lmsw gsw lac ccs rn lpn phd edd psyd'.split(
    ' ',
  ),
);

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
  const [head = '', ...behind] = foldName(text)
    .split(',')
    .map((part) => part.trim());
  // "Roy, Ma" has a first name behind its comma; "Ann Roy, MA" and "Roy, Ann, MA" have a degree
  const isWhole = head.includes(' ');
  const tail = behind.filter(
    (part, at) => !((isWhole || at > 0) && part.split(' ').every((word) => letters.has(word))),
  );
  const words = `${tail.join(' ')} ${head}`.split(/\s+/).filter(Boolean);
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
  if (!a || !b || (a.suffix && b.suffix && a.suffix !== b.suffix)) return 'different';
  const whole = a.suffix === b.suffix ? 'same' : 'middle-differs';
  if (a.last !== b.last) return sameWordsInAnyOrder(a, b) ? 'turned' : 'different';
  const [firstA, ...middleA] = a.given;
  const [firstB, ...middleB] = b.given;
  if (firstA === undefined || firstB === undefined) return 'different';
  if (!middlesAgree(middleA, middleB)) return 'different';
  if (firstA !== firstB) return isInitialOf(firstA, firstB) ? 'initial-only' : 'different';
  return middleA.join(' ') === middleB.join(' ') ? whole : 'middle-differs';
}

/** By how far a name is another, the nearest first. */
const nearness: readonly NameLikeness[] = ['same', 'middle-differs', 'initial-only', 'turned', 'different'];

/**
 * How alike a printed name is to a person known by several. A name that speaks against one of them by its middle name or
 * suffix is not theirs because it is like another, shorter one.
 */
export function likenessToAny(printed: string, known: readonly string[]): NameLikeness {
  const found = new Set(known.map((name) => likenessOf(printed, name)));
  const nearest = nearness.find((likeness) => found.has(likeness)) ?? 'different';
  return nearest !== 'same' && known.some((name) => speaksAgainst(printed, name)) ? 'different' : nearest;
}

/** First and last name are the same, and still it is somebody else. */
function speaksAgainst(printed: string, known: string): boolean {
  const [a, b] = [namePartsOf(printed), namePartsOf(known)];
  return a?.last === b?.last && a?.given[0] === b?.given[0] && likenessOf(printed, known) === 'different';
}

/** Without a comma nobody can say whether Thomas James is James Thomas or somebody else. */
function sameWordsInAnyOrder(a: NameParts, b: NameParts): boolean {
  const key = (parts: NameParts) => [...parts.given, parts.last].sort().join(' ');
  return key(a) === key(b);
}

/** The same last name: with the address on file likely the same person, never enough without one, and a person looks. */
export function mayBeNickname(printed: string, known: string): boolean {
  const a = namePartsOf(printed);
  const b = namePartsOf(known);
  return a !== null && b !== null && a.last === b.last;
}
