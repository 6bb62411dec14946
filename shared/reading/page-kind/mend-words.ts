import { knownWords, smallWords } from './known-words.ts';

/**
 * Words as a poor picture gives them, set right where they can only be one of the words that papers of this office are
 * known by: "Certiticate", "c0mpletion", "ofCompletion", "certi ficate". Used to tell kinds of papers, never for a value.
 */
export function mendLine(line: string): string {
  return joined(line.split(' ').filter((token) => token !== ''))
    .map(mend)
    .join(' ');
}

const isKnown = (word: string) => knownWords.has(word);
const core = (token: string) => /^([^a-z0-9]*)(.*?)([^a-z0-9]*)$/s.exec(token) ?? [token, '', token, ''];

/** Two tokens that only together are a word. */
function joined(tokens: readonly string[]): string[] {
  const out: string[] = [];
  for (const token of tokens) {
    const last = out.at(-1);
    if (last !== undefined && /^[a-z0-9]{2,}$/.test(last) && !isKnown(last) && !smallWords.has(last)) {
      const [, , own = ''] = core(token);
      const whole = own.length >= 2 && !isKnown(own) ? wholeOf(last + own) : null;
      if (whole !== null) {
        out[out.length - 1] = whole + token.slice(token.indexOf(own) + own.length);
        continue;
      }
    }
    out.push(token);
  }
  return out;
}

const wholes = new Map<string, string | null>();
const mended = new Map<string, string>();
const keptMax = 20_000;

/** Papers of one kind print the same lines: the same two tokens are asked about again and again. */
function wholeOf(both: string): string | null {
  const before = wholes.get(both);
  if (before !== undefined) return before;
  const found = nearest(both, 1);
  if (wholes.size >= keptMax) wholes.clear();
  wholes.set(both, found);
  return found;
}

function mend(token: string): string {
  const before = mended.get(token);
  if (before !== undefined) return before;
  const [, head = '', word = '', tail = ''] = core(token);
  const found = isKnown(word) ? word : (nearest(word, 2) ?? divided(word) ?? word);
  if (mended.size >= keptMax) mended.clear();
  mended.set(token, head + found + tail);
  return head + found + tail;
}

/** Letters that recognisers take for each other are one letter here. */
const folded = (word: string) =>
  word
    .replace(/rn/g, 'm')
    .replace(/cl/g, 'd')
    .replace(/vv/g, 'w')
    .replace(/0/g, 'o')
    .replace(/[1i|!]/g, 'l')
    .replace(/5/g, 's')
    .replace(/8/g, 'b');

type Known = { word: string; fold: string };
const byLength = new Map<number, Known[]>();
for (const word of knownWords) {
  const fold = folded(word);
  byLength.set(fold.length, [...(byLength.get(fold.length) ?? []), { word, fold }]);
}

/** How many letters may be wrong: none in a short word, two in a long one. */
const errorsIn = (length: number) => (length < 5 ? 0 : length < 9 ? 1 : 2);

/** The one known word that is nearest; null where none or several are as near. */
function nearest(word: string, errorsMax: number): string | null {
  // numbers are not words, and what people write in many letters is neither
  if (word.length < 4 || word.length > 20 || (word.match(/\p{L}/gu)?.length ?? 0) < word.length * 0.6) return null;
  const fold = folded(word);
  const most = Math.min(errorsMax, errorsIn(fold.length));
  let best: { word: string; errors: number } | null = null;
  let isTie = false;
  for (let length = fold.length - most; length <= fold.length + most; length++) {
    for (const known of byLength.get(length) ?? []) {
      const errors = distance(fold, known.fold, most);
      if (errors > most || (best && errors > best.errors)) continue;
      isTie = best !== null && errors === best.errors;
      best = { word: known.word, errors };
    }
  }
  return best === null || isTie ? null : best.word;
}

/** "ofcompletion": a known word with a small one before or behind it, or two known ones. */
function divided(word: string): string | null {
  if (word.length < 7 || word.length > 30) return null;
  for (let at = 2; at <= word.length - 2; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    const [isFirst, isSecond] = [isKnown(first), isKnown(second)];
    if ((isFirst && isSecond) || (smallWords.has(first) && isSecond) || (isFirst && smallWords.has(second))) {
      return `${first} ${second}`;
    }
  }
  return null;
}

/** Letters put in, left out or changed, or two exchanged; stops counting beyond `most`. */
function distance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_one, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(cheapest({ a, b, i, j }, { before, row, next }));
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? most + 1;
}

type Place = { a: string; b: string; i: number; j: number };
type Rows = { before: readonly number[]; row: readonly number[]; next: readonly number[] };

function cheapest({ a, b, i, j }: Place, { before, row, next }: Rows): number {
  const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const least = Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
  const isTurned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return isTurned ? Math.min(least, (before[j - 2] ?? 0) + 1) : least;
}
