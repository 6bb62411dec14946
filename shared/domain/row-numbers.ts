import type { Change, Correction } from './correction.ts';
import type { DocumentRecord } from './document.ts';
import { placeOf, takenBack } from './lay-corrections.ts';

/**
 * By which number a change names each row that a corrected document still shows: rows as they were read, then those that
 * people added. One taken away moves no other.
 */
export function rowNumbers(
  read: readonly DocumentRecord[],
  at: number,
  corrections: readonly Correction[],
): readonly number[] {
  const goneIn = (change: Change) => (change.what === 'row-removed' ? change.row : null);
  const isAdding = (change: Change) => change.what === 'row-added';
  return linesLeft(read[at]?.trainings.length ?? 0, about(read, at, corrections), { goneIn, isAdding });
}

/** The same for the sessions of a certificate. */
export function sessionNumbers(
  read: readonly DocumentRecord[],
  at: number,
  corrections: readonly Correction[],
): readonly number[] {
  const goneIn = (change: Change) => (change.what === 'session-removed' ? change.session : null);
  const isAdding = (change: Change) => change.what === 'session-added';
  return linesLeft(read[at]?.sessions.length ?? 0, about(read, at, corrections), { goneIn, isAdding });
}

type About = { own: readonly Correction[]; taken: ReadonlySet<number> };

function about(read: readonly DocumentRecord[], at: number, corrections: readonly Correction[]): About {
  const own = corrections.filter(({ change }) => 'document' in change && placeOf(read, change.document) === at);
  return { own, taken: takenBack(corrections) };
}

type Lines = { goneIn(change: Change): number | null; isAdding(change: Change): boolean };

function linesLeft(readCount: number, { own, taken }: About, { goneIn, isAdding }: Lines): number[] {
  const added = own.filter(({ change }) => isAdding(change));
  const gone = new Set([
    ...own.flatMap(({ change, number }) => (taken.has(number) ? [] : [goneIn(change)])),
    ...added.flatMap(({ number }, i) => (taken.has(number) ? [readCount + i] : [])),
  ]);
  return Array.from({ length: readCount + added.length }, (_, line) => line).filter((line) => !gone.has(line));
}
