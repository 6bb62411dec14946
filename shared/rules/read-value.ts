import { dayIn, isDay } from '#shared/domain/calendar.ts';
import { formatHours, parseHours } from '#shared/domain/hours.ts';
import type { FactKind } from './vocabulary.ts';

type Value = boolean | number | string;

/** What to write for a value of that kind, for error messages. */
export const howToWrite: Readonly<Record<FactKind, string>> = {
  hours: 'hours such as 3 or 2.75',
  count: 'a whole number such as 0',
  year: 'a year such as 2026',
  day: 'a day such as 2026-12-31',
  word: 'a word such as RPSS',
  'yes-no': 'yes or no',
};

/**
 * A value as it stands on a page, or null when it is not of that kind. An instant (2027-01-01T05:59:59Z) in the place
 * of a day is the day it falls on where the programme lives.
 */
export function readValue(kind: FactKind, written: string, timeZone: string): Value | null {
  switch (kind) {
    case 'hours':
      return parseHours(written);
    case 'count':
      return /^\d{1,6}$/.test(written) ? Number(written) : null;
    case 'year':
      return /^\d{4}$/.test(written) ? Number(written) : null;
    case 'day':
      return readDay(written, timeZone);
    case 'word':
      return /^[\p{L}\d][\p{L}\d -]{0,60}$/u.test(written) ? written : null;
    case 'yes-no':
      return written === 'yes' ? true : written === 'no' ? false : null;
  }
}

function readDay(written: string, timeZone: string): string | null {
  if (isDay(written)) return written;
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.test(written);
  return isInstant && !Number.isNaN(Date.parse(written)) ? dayIn(timeZone, written) : null;
}

/** True when a fact handed in has the shape its kind asks for. */
export function fitsKind(kind: FactKind, value: Value): boolean {
  switch (kind) {
    case 'hours':
    case 'count':
    case 'year':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0;
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'word':
      return typeof value === 'string';
    case 'yes-no':
      return typeof value === 'boolean';
  }
}

/** The value as printed for exact comparison and record: 275 hundredths → "2.75". */
export function printValue(kind: FactKind, value: Value): string {
  if (kind === 'hours' && typeof value === 'number') return formatHours(value);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);
}
