import type { Box, Word } from '#shared/domain/reading.ts';
import { holdsCentreOf, leftOf, rightOf } from '#shared/reading/box-geometry.ts';
import type { Segment } from '#shared/reading/lines-of-page.ts';
import { boxOfWords, type PageView } from './page-view.ts';
import { matchAt, mendWord, type Phrases, type Plain, plainOf } from './phrases.ts';
import { wrappedLines } from './wrapped-labels.ts';

/** How the places of a form are called, by field. */
export type LabelBook<Field extends string = string> = Readonly<Record<Field, Phrases>>;

/** A label as it stands on a page: the words `from` to `to` (exclusive) of a segment, its bracketed remark included. */
export type FoundLabel<Field extends string = string> = {
  field: Field;
  page: number;
  segment: Segment;
  from: number;
  to: number;
  box: Box;
  hasColon: boolean;
  text: string;
};

/** No form has more places than this on a page; the search around each of them takes its time. */
const labelsMax = 250;

const isNumbering = (word: Word | undefined) =>
  word !== undefined && /^(?:\(?\d{1,2}[.)]{1,2}|\(?[a-zA-Z][.)]|[•*▪·–-]|\d{1,2}|Q\d{1,2}[.:)]?)$/.test(word.text);

/** All labels of a page. A word belongs to one label at most; the longest phrase wins. */
export function findLabels<Field extends string>(view: PageView, book: LabelBook<Field>): FoundLabel<Field>[] {
  const books: Phrases[] = Object.values(book);
  const vocabulary = new Set(books.flatMap((phrases) => [...phrases.vocabulary]));
  const found = view.segments
    .flatMap((segment) => labelsOfSegment(view, segment, book, vocabulary))
    .slice(0, labelsMax);
  const wrapped: FoundLabel<Field>[] = [];
  for (const segment of view.segments) {
    const isTaken = wrapped.some(({ box }) => holdsCentreOf(box, segment.box));
    const label = isTaken ? null : wrappedLabel(view, segment, book, vocabulary);
    if (label) wrapped.push(label);
  }
  const isPartOf = (label: FoundLabel) =>
    wrapped.some((one) => holdsCentreOf(one.box, label.box) && (label.segment !== one.segment || label.from < one.to));
  return [...found.filter((label) => !isPartOf(label)), ...wrapped];
}

/** A label that was too long for its column: its lines together are one, and no line of it is done before the last. */
function wrappedLabel<Field extends string>(
  view: PageView,
  first: Segment,
  book: LabelBook<Field>,
  vocabulary: ReadonlySet<string>,
): FoundLabel<Field> | null {
  for (const lines of wrappedLines(view, first).reverse()) {
    const words = lines.flatMap((line) => line.words);
    const last = lines.at(-1) ?? first;
    const before = words.length - last.words.length;
    const plain = plainOf(mended(words, vocabulary));
    const from = isNumbering(words[0]) ? 1 : 0;
    const label = labelAt({ ...first, words }, from, plain, book);
    if (label === null || label.to <= before) continue;
    const own = { ...label, segment: last, from: 0, to: label.to - before };
    if (own.hasColon || own.to === last.words.length) return own;
  }
  return null;
}

function labelsOfSegment<Field extends string>(
  view: PageView,
  segment: Segment,
  book: LabelBook<Field>,
  vocabulary: ReadonlySet<string>,
) {
  const found: FoundLabel<Field>[] = [];
  const plain = plainOf(mended(segment.words, vocabulary));
  for (let word = 0; word < segment.words.length; word++) {
    if (word < (found.at(-1)?.to ?? 0) || !mayStart(view, segment, word)) continue;
    const label = labelAt(segment, word, plain, book);
    if (label && isLabel(view, label, found.length > 0)) found.push(label);
  }
  return found;
}

function mended(words: readonly Word[], vocabulary: ReadonlySet<string>): Pick<Word, 'text'>[] {
  return words.map((word) => {
    if (word.confidence >= 1) return word;
    const better = mendWord(word.text, vocabulary);
    return { text: better === word.text || !word.text.endsWith(':') ? better : `${better}:` };
  });
}

/** Behind a number it counts something: "2 hrs" has no label in it. */
const unit = /^(?:hours?|hrs?|ceus?|ces?|credits?|units?|minutes?|min|horas?)\b/i;

/** At the beginning, after its number, after a sentence, or after a gap that is wider than between words. */
function mayStart(view: PageView, { words }: Segment, at: number): boolean {
  const [word, before] = [words[at], words[at - 1]];
  if (word === undefined) return false;
  if (before === undefined) return true;
  if (/^\W*[\d.,]*\d$/.test(before.text) && unit.test(word.text)) return false;
  if (at === 1 && isNumbering(before)) return true;
  if (/[.;|·•]$/.test(before.text)) return true;
  return isWideGap(view, words, at, 0.6) || words.slice(at, at + 6).some((one) => one.text.endsWith(':'));
}

/** A gap wider than the words' height asks for, and wider than its neighbours: a typewriter's gaps are all wide. */
function isWideGap(view: PageView, words: readonly Word[], at: number, share: number): boolean {
  const gapBefore = (index: number) => {
    const [word, before] = [words[index], words[index - 1]];
    return word && before ? leftOf(word.box) - rightOf(before.box) : 0;
  };
  const gap = gapBefore(at);
  if (gap * view.width <= (words[at]?.box[3] ?? 1) * view.height * share) return false;
  const others = words.map((_word, index) => gapBefore(index)).filter((_gap, index) => index > 0 && index !== at);
  const usual = others.sort((a, b) => a - b)[Math.floor(others.length / 2)];
  return usual === undefined || gap > usual * 1.4;
}

function labelAt<Field extends string>(
  segment: Segment,
  word: number,
  plain: Plain,
  book: LabelBook<Field>,
): FoundLabel<Field> | null {
  const part = plain.wordAt.indexOf(word);
  if (part < 0) return null;
  const best = longestAt(plain, part, book);
  if (best === null) return null;
  const last = plain.wordAt[part + best.parts - 1] ?? word;
  const colon = segment.words.findIndex((one, at) => at >= word && at < last && one.text.endsWith(':'));
  if (colon >= 0) return labelAt(segment, word, upTo(plain, colon), book);
  return place(segment, best.field, word, last + 1);
}

function longestAt<Field extends string>(plain: Plain, part: number, book: LabelBook<Field>) {
  let best: { field: Field; parts: number } | null = null;
  for (const field in book) {
    const parts = matchAt(book[field], plain, part);
    const endsWord = plain.wordAt[part + parts] !== plain.wordAt[part + parts - 1];
    if (parts > (best?.parts ?? 0) && endsWord) best = { field, parts };
  }
  return best;
}

/** "Ethics or core: C" is a label and its value, though "ethics or core c" is a label as well. */
function upTo(plain: Plain, word: number): Plain {
  const parts = plain.wordAt.filter((at) => at <= word).length;
  return {
    text: plain.text.slice(0, plain.starts[parts] ?? plain.text.length),
    starts: plain.starts.slice(0, parts),
    wordAt: plain.wordAt.slice(0, parts),
  };
}

function place<Field extends string>(segment: Segment, field: Field, from: number, end: number): FoundLabel<Field> {
  const numbered = /^#?\d{1,2}:$/.test(segment.words[end]?.text ?? '') ? end + 1 : end;
  const to = afterRemark(segment.words, numbered);
  const words = segment.words.slice(from, to);
  const hasColon = [
    ...words.slice(end - from - 1),
    ...segment.words.slice(to, to + 1).filter((w) => w.text === ':'),
  ].some((word) => /[:?]$/.test(word.text));
  return {
    ...{ field, page: segment.page, segment, from, to, hasColon },
    box: boxOfWords(words),
    text: words.map((word) => word.text).join(' '),
  };
}

/** "(first, middle, last)" belongs to the label; "(3)" and "(3 hours)" do not. */
function afterRemark(words: readonly Word[], end: number): number {
  if (words[end - 1]?.text.endsWith(':') || !words[end]?.text.startsWith('(')) return end;
  const close = words.slice(end, end + 10).findIndex((word) => /\):?$/.test(word.text));
  const remark = words.slice(end, end + close + 1);
  if (close < 0 || remark.some((word) => /^\(?\d/.test(word.text))) return end;
  return end + close + 1;
}

/** Words that go on after a label without a colon are its value only when something sets them apart. */
function isLabel(view: PageView, label: FoundLabel, isLater: boolean): boolean {
  const rest = label.segment.words[label.to];
  if (label.hasColon) return true;
  if (rest === undefined) return !isLater && !endsPhrase(label);
  const isSetApart = isWideGap(view, label.segment.words, label.to, 0.5) || hasLineBelow(view, rest.box);
  if (isSetApart || /@/.test(rest.text)) return true;
  if (/^[^\p{L}]*\d/u.test(rest.text)) return true;
  if (label.text === label.text.toUpperCase() && rest.text === rest.text.toUpperCase()) return false;
  return label.to - label.from >= 2 && /^\p{Lu}/u.test(rest.text) && label.to < 5;
}

/** "Caddo Parish": words that go on to the segment's end and have no colon are what they look like, an ending. */
function endsPhrase({ segment, from }: FoundLabel): boolean {
  return from > 1 || (from === 1 && !isNumbering(segment.words[0]));
}

function hasLineBelow(view: PageView, box: Box): boolean {
  return view.level.some((rule) => {
    const drop = rule.box[1] - (box[1] + box[3]);
    const startsHere = Math.abs(leftOf(rule.box) - leftOf(box)) < 0.025;
    return startsHere && drop > -box[3] * 0.6 && drop < box[3] * 0.8;
  });
}
