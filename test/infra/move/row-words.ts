import { globSync, readFileSync } from 'node:fs';
import type { StoredRecord } from '#shared/ports/record-store.ts';

const literal = /['`]([A-Z][A-Z-]+)(?=[#'`$])/g;
/** Outside of the records' own folder a key is made where one of its parts is named. */
const namesKey = /\b(?:pk|sk|\w*Pk)\b/;
const elsewhere = ['functions/**/*.ts', 'infra/local/**/*.ts', 'shared/{adapters,domain,reading}/**/*.ts'];

/** In code, and never in a store that moves. */
const inNoStore: ReadonlySet<string> = new Set([
  // looked up to see whether the store answers, and never there
  'HEALTH',
  // the mark of the move itself
  ...['MOVE', 'HALF'],
  // a part of a PNG
  'IDAT',
]);

/** The words by which our code tells kinds of rows apart, in keys of the table and of its indexes: SUB, DECISION, VERIFICATIONS. */
export function rowWordsInCode(): string[] {
  const own = globSync('shared/records/**/*.ts').map((file) => readFileSync(file, 'utf8'));
  const others = globSync(elsewhere).flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => namesKey.test(line)),
  );
  const found = [...own, ...others].flatMap((text) => Array.from(text.matchAll(literal), ([, word = '']) => word));
  return [...new Set(found)].filter((word) => !inNoStore.has(word)).sort();
}

/** The words in the keys of a row. */
export function wordsOf({ pk, sk, index1, index2 }: StoredRecord): string[] {
  const keys = [pk, sk, index1?.pk, index1?.sk, index2?.pk, index2?.sk];
  return keys.flatMap((key) => key?.split('#') ?? []).filter((part) => /^[A-Z][A-Z-]+$/.test(part));
}
