import type { Word } from '#shared/domain/reading.ts';

/**
 * Phrases as people write them: `[your|full] name [of the] (trainee|peer)`. Square brackets may be missing, round ones
 * are a choice. Words are compared in lower case, without accents or marks of punctuation.
 */
export type Phrases = { patterns: readonly RegExp[]; vocabulary: ReadonlySet<string> };

export function phrases(...lines: readonly string[]): Phrases {
  const patterns = lines.map((line) => new RegExp(patternOf(line), 'y'));
  const vocabulary = new Set(lines.flatMap((line) => line.split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 5));
  return { patterns, vocabulary };
}

function patternOf(line: string): string {
  return [...line.matchAll(/\[([^\]]+)\]|\(([^)]+)\)|(\S+)/g)]
    .map(([, optional, choice, word]) => {
      if (optional !== undefined) return `(?:(?:${longestFirst(optional)}) )?`;
      return choice === undefined ? `${word} ` : `(?:${longestFirst(choice)}) `;
    })
    .join('');
}

const longestFirst = (choices: string) =>
  choices
    .split('|')
    .sort((a, b) => b.length - a.length)
    .join('|');

/** The plain form of printed words, and which word each part came from. */
export type Plain = { text: string; starts: readonly number[]; wordAt: readonly number[] };

export function plainOf(words: readonly Pick<Word, 'text'>[]): Plain {
  let text = '';
  const starts: number[] = [];
  const wordAt: number[] = [];
  words.forEach((word, index) => {
    for (const part of plainParts(word.text)) {
      starts.push(text.length);
      wordAt.push(index);
      text += `${part} `;
    }
  });
  return { text, starts, wordAt };
}

/** "E-mail:" → email; "Date(s)" → dates; "CEU’s" → ceus; "pre-approved?" → preapproved; "#" → number. */
function plainParts(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\(s\)/g, 's')
    .replace(/[’'`´]/g, '')
    .replace(/\be-mail/g, 'email')
    .replace(/\bpre-(?=[a-z])/g, 'pre')
    .replace(/\bc\.e\.(u?)\.?/g, (_all, u: string) => `ce${u}`)
    .replace(/\bno\.|[#№]/g, ' number ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}

export function plainText(text: string): string {
  return plainParts(text).join(' ');
}

/** How many parts of `plain` a phrase covers when it begins at part `from`; 0 when it does not fit. */
export function matchAt({ patterns }: Phrases, plain: Plain, from: number): number {
  const start = plain.starts[from];
  if (start === undefined) return 0;
  return patterns.reduce((most, pattern) => {
    pattern.lastIndex = start;
    const found = pattern.exec(plain.text);
    return found ? Math.max(most, found[0].split(' ').length - 1) : most;
  }, 0);
}

/** True when the whole text is one of the phrases. */
export function isWholly(phrase: Phrases, text: string): boolean {
  const plain = plainOf([{ text }]);
  return plain.starts.length > 0 && matchAt(phrase, plain, 0) === plain.starts.length;
}

/** A word misread by a character or two becomes the word of the vocabulary it was; only for words that were not printed. */
export function mendWord(text: string, vocabulary: ReadonlySet<string>): string {
  const [part, more] = plainParts(text);
  if (part === undefined || more !== undefined || part.length < 5 || vocabulary.has(part)) return text;
  const parted = partedAtBlank(part, vocabulary);
  if (parted !== null) return parted;
  const slack = part.length >= 9 ? 2 : 1;
  for (const known of vocabulary) {
    if (Math.abs(known.length - part.length) <= slack && distance(known, part, slack) <= slack) return known;
  }
  return text;
}

/** Little words that labels begin with, and that a recogniser glues to the next. */
const littleWords = new Set(['ce', 'ceu', 'ceus', 'no', 'total', 'contact', 'credit', 'your', 'full']);

/** "cehours" with the blank that was printed; null when it is no two words of a label. */
function partedAtBlank(part: string, vocabulary: ReadonlySet<string>): string | null {
  for (const little of littleWords) {
    const rest = part.slice(little.length);
    if (part.startsWith(little) && vocabulary.has(rest)) return `${little} ${rest}`;
  }
  return null;
}

function distance(a: string, b: string, most: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) > most) return most + 1;
    previous = row;
  }
  return previous[b.length] ?? most + 1;
}
