import type { FieldValue } from '#shared/domain/document.ts';
import type { SecondReading } from '#shared/ports/second-reader.ts';
import {
  asDate,
  asEmail,
  asHours,
  asIdentifier,
  asName,
  asPhone,
  asText,
  asYear,
  type Parse,
} from '../field-values.ts';
import type { Slot } from './value-slots.ts';
import { valueTypeOf } from './value-types.ts';

/** Below this the first reader hardly believes itself. */
const doubtfulBelow = 0.6;
/** From this on the second is sure of what it read; of a text that has a form of its own (a day, an address) sooner. */
const surelyFrom = 0.85;
const formedFrom = 0.6;
/** One engine's word for handwriting or faint print: shown to a person, never more. */
const aloneMax = 0.59;

/** The second's value where it is better than the first's; null where the first's stays. */
export function secondsValue(
  { field, value }: Slot,
  second: SecondReading,
): Pick<FieldValue, 'value' | 'raw' | 'confidence'> | null {
  if (second.look !== 'text' || second.text === null) return null;
  const isFormed = valueTypeOf(field) === 'date' || valueTypeOf(field) === 'identifier';
  if (second.confidence < (isFormed ? formedFrom : surelyFrom)) return null;
  const isDoubtful = value.confidence < doubtfulBelow || value.value === null;
  const parse = parserOf(field);
  if (!isDoubtful || parse === null || typeof value.value === 'boolean') return null;
  const parsed = parse(second.text, { field, label: '', isDayFirst: false });
  if (parsed === null || (parsed.reasons ?? []).length > 0 || parsed.value === value.value) return null;
  const confidence = Math.round(Math.min(aloneMax, second.confidence * (parsed.share ?? 1)) * 1000) / 1000;
  return { value: parsed.value, raw: second.text, confidence };
}

/** How a text becomes a value of this field; null where only certain words will do (a category, a credential). */
function parserOf(field: string): Parse | null {
  const own: Readonly<Record<string, Parse>> = {
    email: asEmail,
    phone: asPhone,
    certificateId: asIdentifier,
    reportingYear: asYear,
  };
  const byType = {
    date: asDate,
    hours: asHours,
    name: asName,
    text: asText,
    identifier: null,
    choice: null,
    mark: null,
    signature: null,
  };
  return own[field] ?? byType[valueTypeOf(field)];
}
