import { isDay } from '#shared/domain/calendar.ts';
import { spelledDay, spelledDayOf, spelledYear, spelledYearOf } from './spelled-dates.ts';

/**
 * A date as it stands in a text. `day` is its last day (yyyy-mm-dd), `startedOn` the first day of a range; both null for
 * a day that does not exist. `order` tells how a date in figures was written, "either" when both readings are days.
 */
export type DateMention = {
  day: string | null;
  startedOn: string | null;
  order: 'month-first' | 'day-first' | 'either' | 'named';
  start: number;
  end: number;
  raw: string;
};

const monthNames: readonly (readonly string[])[] = [
  ['january', 'jan', 'enero', 'ene'],
  ['february', 'feb', 'febrero'],
  ['march', 'mar', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'mayo'],
  ['june', 'jun', 'junio'],
  ['july', 'jul', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septiembre', 'setiembre'],
  ['october', 'oct', 'octubre'],
  ['november', 'nov', 'noviembre'],
  ['december', 'dec', 'diciembre', 'dic'],
];
const names = monthNames
  .flat()
  .sort((a, b) => b.length - a.length)
  .join('|');

const month = `(?:${names})\\b\\.?`;
const day = '\\d{1,2}(?:\\s?(?:st|nd|rd|th))?\\b';
const year = "(?:\\d{4}|['’]?\\d{2})\\b(?![/:.]\\d)";
const longYear = '\\d{4}\\b';
const to = '\\s*(?:[-–—]+|to|and|through|thru|until|al|a|y|&)\\s*';
const weekday = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\\s*)?';
const figures = `(\\d{1,2})\\s?([/.-])\\s?(\\d{1,2})\\s?\\2\\s?(${year})`;

type Found = { days: readonly [number, number, number][]; order: DateMention['order'] };
type Form = { pattern: RegExp; read: (groups: readonly string[]) => Found | null };

const named = (...days: readonly (readonly [string | undefined, string | undefined, string | undefined])[]): Found => ({
  days: days.map(([y, m, d]) => [yearOf(y), monthOf(m), spelledDayOf(d ?? '')]),
  order: 'named',
});

/** Longer forms first: a range is tried before the single day inside it. */
const forms: readonly Form[] = [
  form(
    `(${month})\\s*(${day}),?\\s*(${longYear})${to}${weekday}(${month})\\s*(${day}),?\\s*(${longYear})`,
    ([m, d, y, m2, d2, y2]) => named([y, m, d], [y2, m2, d2]),
  ),
  form(
    `(${month})\\s*(${day})${to}${weekday}(${month})\\s*(${day}),?\\s*(?:of\\s*)?(${longYear})`,
    ([m, d, m2, d2, y]) => named([y, m, d], [y, m2, d2]),
  ),
  form(`(${month})\\s*(${day})(?:,\\s*${day})*,?${to}${weekday}(${day}),?\\s*(${longYear})`, ([m, d, d2, y]) =>
    named([y, m, d], [y, m, d2]),
  ),
  form(
    `(${day})\\s*(?:de\\s*)?(${month})${to}(${day})\\s*(?:de\\s*)?(${month}),?\\s*(?:del?\\s*)?(${longYear})`,
    ([d, m, d2, m2, y]) => named([y, m, d], [y, m2, d2]),
  ),
  form(`(${day})${to}(${day})\\s*(?:de\\s*)?(${month}),?\\s*(?:del?\\s*)?(${longYear})`, ([d, d2, m, y]) =>
    named([y, m, d], [y, m, d2]),
  ),
  form(`${figures}${to}${figures}`, ([a = '', , b = '', y = '', c = '', , d = '', y2 = '']) => {
    const [first, last] = [inFigures(a, b, y), inFigures(c, d, y2)];
    return { days: [...first.days, ...last.days], order: first.order === 'either' ? last.order : first.order };
  }),
  form(`(\\d{1,2})/(\\d{1,2})\\s*[-–]\\s*(\\d{1,2})/(${longYear})`, ([m, d, d2, y]) => ({
    days: [
      [yearOf(y), Number(m), Number(d)],
      [yearOf(y), Number(m), Number(d2)],
    ],
    order: 'month-first',
  })),
  form(`(\\d{4})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{1,2})\\b`, ([y, , m, d]) => ({
    days: [[Number(y), Number(m), Number(d)]],
    order: 'named',
  })),
  form(
    `(${spelledDay}|${day})\\s*(?:day\\s*)?(?:of\\s*)?(${month})\\s*,?\\s*(?:in\\s+the\\s+year\\s*(?:of\\s+our\\s+lord\\s*)?,?\\s*|a\\.?d\\.?\\s*)?(${spelledYear}|${longYear})`,
    ([d, m, y]) => named([y, m, d]),
  ),
  form(figures, ([a = '', , b = '', y = '']) => inFigures(a, b, y)),
  form(`(${month})\\s*[-/]?\\s*(${day})\\s*[,/-]?\\s*(${longYear}|['’]\\d{2}\\b)`, ([m, d, y]) => named([y, m, d])),
  form(
    `(${day})(?:\\s*day)?\\s*(?:of\\s*|de\\s*|[-/]\\s*)?(${month})\\s*[,/-]?\\s*(?:del?\\s*)?(${longYear}|['’]\\d{2}\\b)`,
    ([d, m, y]) => named([y, m, d]),
  ),
];

function form(source: string, read: Form['read']): Form {
  return { pattern: new RegExp(`(?<![\\p{L}\\d])${source}`, 'giu'), read };
}

/** A page's text is long; a date is found by its figures, so texts beyond this are not dates. */
const lettersMax = 20_000;

/** Every form has figures, or a month between words for the day and the year. Nearly no line of a page has either. */
const mayHoldDate = new RegExp(`\\d|${names}`, 'iu');

/** Every date in a text, in order; no date is part of another. */
export function findDates(text: string): DateMention[] {
  if (!mayHoldDate.test(text)) return [];
  const taken: DateMention[] = [];
  for (const { pattern, read } of forms) {
    for (const match of text.slice(0, lettersMax).matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (taken.some((other) => start < other.end && end > other.start)) continue;
      const found = read(match.slice(1).map((group) => group ?? ''));
      if (found) taken.push({ ...settle(found), start, end, raw: match[0] });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

function settle({ days, order }: Found): Pick<DateMention, 'day' | 'startedOn' | 'order'> {
  const printed = days.map(([y, m, d]) => `${String(y).padStart(4, '0')}-${pad(m)}-${pad(d)}`);
  const [first, last] = [printed[0], printed.at(-1)];
  const isReal = printed.every(isDay) && first !== undefined && last !== undefined && first <= last;
  if (!isReal) return { day: null, startedOn: null, order };
  return { day: last, startedOn: printed.length > 1 ? first : null, order };
}

const pad = (part: number) => String(part).padStart(2, '0');

function inFigures(a: string, b: string, y: string): Found {
  const [first, second] = [Number(a), Number(b)];
  if (first > 12 && second <= 12) return { days: [[yearOf(y), second, first]], order: 'day-first' };
  const isEither = first <= 12 && second <= 12 && first !== second;
  return {
    days: [[yearOf(y), first, second]],
    order: isEither ? 'either' : first <= 12 && second > 12 ? 'month-first' : 'either',
  };
}

function yearOf(text: string | undefined): number {
  if (/^[a-z]/i.test(text ?? '')) return spelledYearOf(text ?? '');
  const number = Number.parseInt((text ?? '').replace(/\D/g, ''), 10);
  if (number >= 100 || Number.isNaN(number)) return number;
  return number > 40 ? 1900 + number : 2000 + number;
}

function monthOf(text: string | undefined): number {
  const name = (text ?? '').toLowerCase().replace('.', '').trim();
  return monthNames.findIndex((known) => known.includes(name)) + 1;
}

/** True when some date of the document can only be day first: then 03/04/2026 may be the third of April. */
export function isDayFirst(texts: readonly string[]): boolean {
  return texts.some((text) => findDates(text).some((date) => date.order === 'day-first'));
}

/** The other reading of a date written in figures: 2026-03-04 → 2026-04-03. */
export function turnedDay(day: string): string {
  const [y = '', m = '', d = ''] = day.split('-');
  return `${y}-${d}-${m}`;
}
