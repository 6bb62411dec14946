import type { LookCause, PersonStanding } from '#shared/domain/person-standing.ts';
import type { SweepCounts } from '#shared/domain/sweep-run.ts';
import type { Looked } from './look-at.ts';

/** Counted up in place: a night walks past a million people. */
export const newCounts = (): SweepCounts => ({ walked: 0, looked: 0, causes: {}, words: {}, changed: {}, beside: {} });

/** Somebody whom nothing calls for tonight. */
export function countQuiet(counts: SweepCounts, standings: readonly PersonStanding[]): void {
  counts.walked += 1;
  for (const { year, word } of standings) {
    const ofYear = counts.words[year] ?? {};
    counts.words[year] = ofYear;
    ofYear[word] = (ofYear[word] ?? 0) + 1;
  }
}

export function countLooked(
  counts: SweepCounts,
  { standings, changed, beside }: Pick<Looked, 'standings' | 'changed' | 'beside'>,
  causes: readonly LookCause[],
): void {
  countQuiet(counts, standings);
  counts.looked += 1;
  for (const cause of causes) counts.causes[cause] = (counts.causes[cause] ?? 0) + 1;
  for (const { word } of changed) counts.changed[word] = (counts.changed[word] ?? 0) + 1;
  for (const [name, writes] of Object.entries(beside)) counts.beside[name] = (counts.beside[name] ?? 0) + writes;
}
