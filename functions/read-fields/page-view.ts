import type { Box, FormField, PageReading, RuleLine, Word } from '#shared/domain/reading.ts';
import {
  boxAround,
  centreOf,
  holdsCentreOf,
  leftOf,
  rightOf,
  sharedHeight,
  sharedWidth,
  topOf,
} from '#shared/reading/box-geometry.ts';
import { type Segment, segmentsOfPage } from '#shared/reading/lines-of-page.ts';
import { circledAnswers } from './circled-words.ts';
import { blanksToMark, splitFromMark } from './typed-marks.ts';

/** A box to tick, drawn, printed as a character, or a form field; `text` where it is a word that was circled, or not. */
export type Mark = { box: Box; checked: boolean; confidence: number; isField: boolean; text?: string };

/** A place to write in a form, with what was written; `text` is null where it was left empty. */
export type Entry = { field: FormField; box: Box; text: string | null };

/** One page prepared for reading: print, marks, places to write, and lines, each once. */
export type PageView = {
  number: number;
  width: number;
  height: number;
  segments: readonly Segment[];
  marks: readonly Mark[];
  entries: readonly Entry[];
  level: readonly RuleLine[];
  upright: readonly RuleLine[];
  ink: readonly Box[];
};

/** Beyond these a page is no form and no certificate, and looking around each word would take minutes. */
const fieldsMax = 600;
const rulesMax = 800;
const marksMax = 200;
const wordsMax = 2500;
const lettersMax = 80;

export function viewPage(page: PageReading): PageView {
  const fields = page.formFields.slice(0, fieldsMax);
  const entries = fields.flatMap(entryOf);
  const printed = joinBrackets(
    withoutTwins(page.words.slice(0, wordsMax))
      .map(shortened)
      .filter((word) => !isCopyOfEntry(word, entries))
      .flatMap(splitFromMark),
  );
  const typed = takeOutMarks(printed);
  const drawn = page.checkMarks
    .slice(0, marksMax)
    .map(({ box, checked, confidence }) => ({ box, checked, confidence, isField: false }));
  const rules = page.rules.slice(0, rulesMax);
  const level = rules.filter((rule) => rule.direction === 'horizontal').concat(typed.words.flatMap(blankAsRule));
  const { words, blanks } = blanksToMark(typed.words, level);
  const ink = page.ink.slice(0, marksMax).map(({ box }) => box);
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    segments: segmentsOfPage(page, words.flatMap(withoutBlanks)),
    marks: [...drawn, ...fields.flatMap(buttonOf), ...typed.marks, ...blanks, ...circledAnswers(words, ink)],
    entries,
    level,
    upright: rules.filter((rule) => rule.direction === 'vertical'),
    ink,
  };
}

/** A place that was read twice has each of its words once. */
function withoutTwins(words: readonly Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    const alike = seen.get(word.text) ?? [];
    seen.set(word.text, [...alike, word]);
    return !alike.some((other) => sharedHeight(other.box, word.box) > 0.7 && sharedWidth(other.box, word.box) > 0.7);
  });
}

const shortened = (word: Word): Word =>
  word.text.length <= lettersMax ? word : { ...word, text: word.text.slice(0, lettersMax) };

function entryOf(field: FormField): Entry[] {
  if (field.box === null || field.kind === 'check-box' || field.kind === 'radio') return [];
  return [{ field, box: field.box, text: field.value?.replace(/\s+/g, ' ').trim() || null }];
}

function buttonOf(field: FormField): Mark[] {
  if (field.box === null || (field.kind !== 'check-box' && field.kind !== 'radio')) return [];
  return [{ box: field.box, checked: field.checked === true, confidence: 0.99, isField: true }];
}

/** Some readers give the look of a filled field as print as well; the field says it better. */
function isCopyOfEntry(word: Word, entries: readonly Entry[]): boolean {
  return entries.some(({ box, text }) => text?.includes(word.text) === true && holdsCentreOf(box, word.box));
}

/** Recognisers take one bracket for another. */
const tickedCharacters = /^(?:[☑☒✓✔✗✘☓🗹🗷■]|[[({|][xX✓✔][\])}|])$/u;
const emptyCharacters = /^(?:[☐□▢◻❏❑]|[[({]_?[\])}])$/u;

/** "( X )" and "[ ]" written with spaces are one mark each. */
function joinBrackets(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < words.length; at++) {
    const three = words.slice(at, at + 3);
    const length = [3, 2].find(
      (count) =>
        /^[([]\s?[xX✓✔_]{0,3}\s?[)\]]$/u.test(
          three
            .slice(0, count)
            .map((word) => word.text)
            .join(' '),
        ) && isClose(three.slice(0, count)),
    ); // prettier-ignore
    const part = words.slice(at, at + (length ?? 1));
    const [first] = part;
    if (first === undefined) break;
    const text = part
      .map((word) => word.text)
      .join('')
      .replaceAll('_', ''); // prettier-ignore
    joined.push(length === undefined ? first : { text, box: boxOfWords(part), confidence: first.confidence });
    at += part.length - 1;
  }
  return joined;
}

function isClose(words: readonly Word[]): boolean {
  const box = boxOfWords(words);
  return box[2] < 0.07 && words.every((word) => Math.abs(centreOf(word.box) - centreOf(box)) < word.box[3]);
}

function takeOutMarks(words: readonly Word[]): { words: Word[]; marks: Mark[] } {
  const marks: Mark[] = [];
  const rest = words.filter((word) => {
    const checked = tickedCharacters.test(word.text);
    if (!checked && !emptyCharacters.test(word.text)) return true;
    marks.push({ box: word.box, checked, confidence: Math.min(0.95, word.confidence), isField: false });
    return false;
  });
  return { words: rest, marks };
}

const isBlank = (text: string) => /_{3,}|\.{6,}/.test(text);

/** "Name:____Dana____" holds a word and blanks to write on. */
function withoutBlanks(word: Word): Word[] {
  if (!isBlank(word.text)) return [word];
  const parts = [...word.text.matchAll(/(?:(?!_{2,}|\.{6,}).)+/g)].filter((part) => part[0].trim() !== '');
  const letter = word.box[2] / Math.max(1, word.text.length);
  return parts.map((part) => ({
    text: part[0],
    box: [leftOf(word.box) + letter * part.index, topOf(word.box), letter * part[0].length, word.box[3]],
    confidence: word.confidence,
  }));
}

function blankAsRule(word: Word): RuleLine[] {
  if (!isBlank(word.text)) return [];
  const box: Box = [leftOf(word.box), topOf(word.box) + word.box[3] * 0.95, word.box[2], 0.001];
  return [{ box, direction: 'horizontal' }];
}

/** The space between the ruling lines around a point; a side without a line is open and reaches the page's edge. */
export type Cell = { box: Box; isClosed: boolean };

const knownCells = new WeakMap<PageView, WeakMap<Box, Cell>>();

/** The same box of the same page is asked about many times. */
export function cellAround(view: PageView, point: Box): Cell {
  const cells = knownCells.get(view) ?? new WeakMap<Box, Cell>();
  knownCells.set(view, cells);
  const cell = cells.get(point) ?? findCell(view, point);
  cells.set(point, cell);
  return cell;
}

function findCell(view: PageView, point: Box): Cell {
  const [x, y] = [point[0] + Math.min(point[2] / 2, 0.02), centreOf(point)];
  const crossing = view.level.filter((rule) => leftOf(rule.box) - 0.004 <= x && rightOf(rule.box) + 0.004 >= x);
  const beside = view.upright.filter(
    (rule) => topOf(rule.box) - 0.004 <= y && topOf(rule.box) + rule.box[3] + 0.004 >= y,
  );
  const ys = crossing.map((rule) => centreOf(rule.box));
  const xs = beside.map((rule) => leftOf(rule.box) + rule.box[2] / 2);
  const top = Math.max(...ys.filter((at) => at <= y), -1);
  const bottom = Math.min(...ys.filter((at) => at > y), 2);
  const left = Math.max(...xs.filter((at) => at <= x), -1);
  const right = Math.min(...xs.filter((at) => at > x), 2);
  const ends = view.level.filter(({ box }) => [top, bottom].some((y) => Math.abs(centreOf(box) - y) < 0.004));
  const isClosed = top >= 0 && bottom <= 1 && left >= 0 && right <= 1 && isReached(ends, left, right);
  const from = [Math.max(left, 0), Math.max(top, 0)] as const;
  return { box: [...from, Math.min(right, 1) - from[0], Math.min(bottom, 1) - from[1]], isClosed };
}

/** Lines between the edges of a sheet or the sides of a frame, which they do not reach, close no cell. */
const isReached = (ends: readonly RuleLine[], left: number, right: number) =>
  ends.some(({ box }) => leftOf(box) < left + 0.025) && ends.some(({ box }) => rightOf(box) > right - 0.025);

export function boxOfWords(words: readonly Word[]): Box {
  return boxAround(words.map((word) => word.box));
}
