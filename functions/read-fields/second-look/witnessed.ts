import type { FieldValue, Witness } from '#shared/domain/document.ts';
import { valueTypeOf } from '#shared/domain/value-types.ts';
import type { SecondReading } from '#shared/ports/second-reader.ts';
import { verdictOf } from './same-value.ts';
import { secondsValue } from './seconds-value.ts';
import type { Slot } from './value-slots.ts';

/**
 * A value with what the second look said of it. Where the first reader saw nothing it could use, and the second is sure
 * of something that is such a value, the second's is taken: still one witness only, so nothing is certain by it.
 */
export function witnessed(slot: Slot, second: SecondReading, engine: string): FieldValue {
  const { field, value } = slot;
  const own = secondsValue(slot, second);
  if (own !== null) {
    const { source } = value;
    const first: Witness = {
      engine: source?.engine ?? 'unknown',
      raw: value.raw,
      verdict: 'overruled',
      confidence: value.confidence,
    };
    return {
      ...value,
      ...own,
      ...(source ? { source: { ...source, engine, sureness: second.confidence } } : {}),
      witness: first,
    };
  }
  const verdict = verdictOf(value, valueTypeOf(field), second);
  return { ...value, witness: { engine, raw: rawOf(second), verdict, confidence: second.confidence } };
}

const rawOf = (second: SecondReading): string | null => {
  if (second.look === 'text') return second.text?.slice(0, 500) ?? null;
  return second.present === null ? null : second.present ? '[x]' : '[ ]';
};
