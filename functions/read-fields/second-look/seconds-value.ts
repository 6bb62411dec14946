import type { FieldValue } from '#shared/domain/document.ts';
import { type ValueType, valueTypeOf } from '#shared/domain/value-types.ts';
import type { SecondReading } from '#shared/ports/second-reader.ts';
import { asCertificateNumber } from '../certificate-number.ts';
import {
  asCredential,
  asDate,
  asEmail,
  asHours,
  asName,
  asPhone,
  asText,
  asYear,
  type Parse,
} from '../field-values.ts';
import { categoryIn } from '../training-rows.ts';
import type { Slot } from './value-slots.ts';

/** Below this the first reader hardly believes itself. */
const doubtfulBelow = 0.6;
/** From this on the second is sure of what it read; of a text that has a form of its own (a day, an address) sooner. */
const leastSure: Readonly<Record<ValueType, number>> = {
  ...{ date: 0.6, identifier: 0.6, choice: 0.5 },
  ...{ hours: 0.85, name: 0.85, text: 0.85, mark: 1, signature: 1 },
};
/** Both saw the same figures: more than one engine's word, less than two that agree. */
const pointLost = 0.7;
/** One engine's word for handwriting or faint print: shown to a person, never more. */
const aloneMax = 0.59;

/** The second's value where it is better than the first's; null where the first's stays. */
export function secondsValue(
  { field, value }: Slot,
  second: SecondReading,
): Pick<FieldValue, 'value' | 'raw' | 'confidence'> | null {
  if (second.look !== 'text' || second.text === null) return null;
  const parse = parserOf(field);
  if (parse === null || typeof value.value === 'boolean') return null;
  const parsed = parse(second.text, { field, label: '', isDayFirst: false });
  if (parsed === null || (parsed.reasons ?? []).length > 0 || parsed.value === value.value) return null;
  const read = { value: parsed.value, raw: second.text };
  if (field.toLowerCase().endsWith('hours') && hasLostPoint(value, second.text))
    return { ...read, confidence: pointLost };
  const isDoubtful = value.confidence < doubtfulBelow || value.value === null;
  if (!isDoubtful || second.confidence < leastSure[valueTypeOf(field)]) return null;
  const confidence = Math.round(Math.min(aloneMax, second.confidence * (parsed.share ?? 1)) * 1000) / 1000;
  return { ...read, confidence };
}

/** The same figures, and a decimal point that only the second saw: Tesseract loses points, and nobody makes one up. */
function hasLostPoint({ raw }: FieldValue, second: string): boolean {
  const [one, other] = [raw ?? '', second].map((text) => text.replace(/,/g, '.').match(/\d+(?:\.\d+)?/g) ?? []);
  const [first, point] = [one?.join(' ') ?? '', other?.join(' ') ?? ''];
  return !first.includes('.') && point.includes('.') && first === point.replace(/\./g, '');
}

const asCategory: Parse = (text) => {
  const value = categoryIn(text);
  return value === null ? null : { value };
};

/** How a text becomes a value of this field; null where a place cannot be read by itself. */
function parserOf(field: string): Parse | null {
  const own: Readonly<Record<string, Parse>> = {
    email: asEmail,
    phone: asPhone,
    certificateId: asCertificateNumber,
    reportingYear: asYear,
    credentialType: asCredential,
    category: asCategory,
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
