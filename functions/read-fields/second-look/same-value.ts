import type { FieldValue, Witness } from '#shared/domain/document.ts';
import type { ValueType } from '#shared/domain/value-types.ts';
import type { SecondReading } from '#shared/ports/second-reader.ts';
import { findDates } from '../dates.ts';

/** A tick box as it was seen first; what the tick means (a "No" that is ticked) is another thing. */
export const isTicked = ({ raw }: FieldValue): boolean | null => (raw === '[x]' ? true : raw === '[ ]' ? false : null);

/**
 * Whether a second reading of a place says what the first said. What stands on the page is compared, not what was made
 * of it: "1.5" and "15" differ, "March 4, 2026" and "March4,2026" do not. Blanks and case are no difference, since a
 * second engine may drop them.
 */
export function verdictOf(value: FieldValue, type: ValueType, second: SecondReading): Witness['verdict'] {
  if (second.look !== 'text') {
    const first = isTicked(value) ?? value.value;
    if (second.present === null || typeof first !== 'boolean') return 'unread';
    return second.present === first ? 'agrees' : 'differs';
  }
  if (second.text === null) return 'unread';
  const first = value.raw ?? '';
  return isSame(first, second.text, type) ? 'agrees' : 'differs';
}

function isSame(first: string, second: string, type: ValueType): boolean {
  const [one, other] = [lettersOf(first), lettersOf(second)];
  const isWithin = one.length >= wholeFrom && other.includes(one);
  if (type === 'date') return areAmong(daysOf(first), daysOf(second), isWithin);
  const figures = figuresOf(first);
  if (type === 'hours' && figures.length > 0) return areAmong(figures, figuresOf(second), isWithin);
  return one === other || isWithin;
}

/** A value that runs over two lines has a box around both: so many letters in a row are the value, whatever is around. */
const wholeFrom = 12;

/** The same, in order; or all of them there, where the words around them are there too. */
function areAmong(first: readonly string[], second: readonly string[], isWithin: boolean): boolean {
  if (first.length === 0) return false;
  return isWithin ? first.every((one) => second.includes(one)) : first.join(' ') === second.join(' ');
}

/** The days in their order, written out or in figures: first day of a range, or none, and last. */
const daysOf = (text: string) =>
  findDates(withBlanks(text)).map(({ startedOn, day }) => `${startedOn ?? ''} ${day ?? '?'}`);

/** "March4,2026" as it was printed. */
const withBlanks = (text: string) =>
  text
    .replace(/(\d)(st|nd|rd|th)(day)?\s*(of)?\s*(?=\p{Lu})/gu, '$1$2 $3 $4 ')
    .replace(/(\p{L}|,)(?=\d)/gu, '$1 ')
    .replace(/(\d)(?=\p{L}{3})/gu, '$1 ')
    .replace(/(\d)\s*\.\s*(?=\d{4}\b)/g, '$1, ');

/** Figures with the points between them: what a decimal point parts stays parted. */
const figuresOf = (text: string) =>
  (text.match(/\d+(?:[.,]\d+)*|[¼½¾]/g) ?? []).map((figure) => figure.replace(',', '.'));

const lettersOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
