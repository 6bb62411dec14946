import type { FieldValue, Witness } from '#shared/domain/document.ts';
import type { SecondReading } from '#shared/ports/second-reader.ts';
import { findDates } from '../dates.ts';
import type { ValueType } from './value-types.ts';

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
  if (type === 'date') return daysOf(first) === daysOf(second) && daysOf(first) !== '';
  if (type === 'hours' && figuresOf(first) !== '') return figuresOf(first) === figuresOf(second);
  return lettersOf(first) === lettersOf(second);
}

/** The same days in the same order, written out or in figures. */
const daysOf = (text: string) =>
  findDates(withBlanks(text))
    .map(({ startedOn, day }) => `${startedOn ?? ''} ${day ?? '?'}`)
    .join(' ');

/** "March4,2026" as it was printed. */
const withBlanks = (text: string) => text.replace(/(\p{L}|,)(?=\d)/gu, '$1 ').replace(/(\d)(?=\p{L}{3})/gu, '$1 ');

/** Figures with the points between them: what a decimal point parts stays parted. */
const figuresOf = (text: string) =>
  (text.match(/\d+(?:[.,]\d+)*|[¼½¾]/g) ?? []).map((figure) => figure.replace(',', '.')).join(' ');

const lettersOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
