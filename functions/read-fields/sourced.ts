import type { FieldValue } from '#shared/domain/document.ts';
import type { FileReading, PageReading } from '#shared/domain/reading.ts';
import { valueTypeOf } from '#shared/domain/value-types.ts';
import { surenessOfSeen } from './second-look/sureness.ts';
import { mapValues, type Values } from './second-look/value-slots.ts';

/** Every value with the medium and the engine it was read by. */
export function sourced<V extends Values>(reading: FileReading, values: V): V {
  return mapValues(values, ({ value }) => {
    const page = reading.pages.find(({ number }) => number === value.page);
    if (page === undefined || page.medium === 'unread') return value;
    return { ...value, source: { medium: page.medium, engine: engineOf(reading, page), sureness: value.confidence } };
  });
}

/** "pdfium-2-15+tesseract-core-7": words of the file itself by the first, of its pictures by the second. */
function engineOf({ engine }: FileReading, { medium }: PageReading): string {
  const names = engine.split('+');
  return (medium === 'ocr' ? names.at(-1) : names[0]) ?? engine;
}

/** Values from pictures as sure as such readings have proved to be; others stay. */
export function withSureness<V extends Values>(pages: readonly PageReading[], values: V): V {
  const seen = new Set(pages.filter((page) => page.medium === 'ocr').map((page) => page.number));
  const sure = (value: FieldValue, field: string): FieldValue =>
    seen.has(value.page) ? { ...value, confidence: surenessOfSeen(value, valueTypeOf(field)) } : value;
  return mapValues(values, ({ field, value }) => sure(value, field));
}
