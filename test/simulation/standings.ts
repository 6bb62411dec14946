import type { RecordStore } from '#shared/ports/record-store.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { findStanding } from '#shared/records/standing-records.ts';

/** How somebody stands by what the product keeps: the word of the last sweep, and the hours that count. */
export type KeptStanding = {
  readonly word: string;
  readonly why: readonly string[];
  readonly ethics: number;
  readonly core: number;
};

export async function standingKept(records: RecordStore, specialistId: string, year: number): Promise<KeptStanding> {
  const [standing, stored] = await Promise.all([
    findStanding(records, specialistId, year),
    findCaseFile(records, specialistId, year),
  ]);
  const counted = (stored?.caseFile.credits ?? []).filter(({ status }) => status === 'counted');
  const sum = (bucket: string) =>
    counted.filter((credit) => credit.bucket === bucket).reduce((all, { hours }) => all + (hours ?? 0), 0);
  const { word = 'not judged', why = [] } = standing?.standing ?? {};
  return { word, why, ethics: sum('ethics'), core: sum('core') };
}
