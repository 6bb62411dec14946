import { isDay } from '#shared/domain/calendar.ts';
import type { FieldValue } from '#shared/domain/document.ts';
import { formatHours, parseHours } from '#shared/domain/hours.ts';
import { holdsPrivateNumber, leaveNumberOut } from '#shared/domain/private-number.ts';
import { type ValueType, valueTypeOf } from '#shared/domain/value-types.ts';

type Value = FieldValue['value'];
export type Parsed = { value: Value } | { why: string };

const textMax = 500;
const controlCharacters = /[\u0000-\u001f\u007f]/;

/** What a person typed for a field, as the field's own sort of value. An empty line: nothing is written there. */
export function parseValue(field: string, typed: unknown): Parsed {
  if (typed === null || typed === '') return { value: null };
  if (typeof typed === 'boolean') return isMark(valueTypeOf(field)) ? { value: typed } : notWords;
  if (typeof typed !== 'string') return notWords;
  const text = typed.trim();
  if (text === '') return { value: null };
  if (text.length > textMax) return { why: `Write no more than ${textMax} letters.` };
  if (holdsPrivateNumber(text)) return { why: leaveNumberOut };
  if (controlCharacters.test(text)) return { why: 'Write it on one line, in plain letters.' };
  return field === 'reportingYear' ? parseYear(text) : parsers[valueTypeOf(field)](text, field);
}

const notWords: Parsed = { why: 'Write words or a number here.' };
const isMark = (type: ValueType) => type === 'mark' || type === 'signature';

const asText = (text: string): Parsed => ({ value: text });

const parsers: Readonly<Record<ValueType, (text: string, field: string) => Parsed>> = {
  date: parseDay,
  hours: parseHoursTyped,
  mark: parseYesNo,
  signature: parseYesNo,
  choice: parseChoice,
  name: asText,
  text: asText,
  identifier: asText,
};

function parseDay(text: string): Parsed {
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [, month = '', date = '', year = ''] = american ?? [];
  const day = american ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : text;
  return isDay(day) ? { value: day } : { why: `"${text}" is not a day. Write it like 2026-03-04 or 3/4/2026.` };
}

function parseHoursTyped(text: string): Parsed {
  const hours = parseHours(text);
  if (hours === null) return { why: `"${text}" is not an amount of hours. Write it like 1.5.` };
  return { value: formatHours(hours) };
}

function parseYesNo(text: string): Parsed {
  const word = text.toLowerCase();
  if (word === 'yes' || word === 'true') return { value: true };
  return word === 'no' || word === 'false' ? { value: false } : { why: 'Say yes or no.' };
}

function parseChoice(text: string, field: string): Parsed {
  if (field !== 'category') return { value: text };
  const word = text.toLowerCase();
  return word === 'ethics' || word === 'core' ? { value: word } : { why: 'Say ethics or core, or leave it empty.' };
}

function parseYear(text: string): Parsed {
  const isYear = /^20\d{2}$/.test(text);
  return isYear ? { value: text } : { why: `"${text}" is not a year. Write it like 2026.` };
}
