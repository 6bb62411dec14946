import type { CaseFile } from '#shared/domain/case-file.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listCaseFiles } from '#shared/records/case-file-records.ts';
import { type Book, compareProgrammes, type WhatWouldChange } from '#shared/rules/compare/compare-programmes.ts';
import { countPeople, type PeopleCounted } from '#shared/rules/compare/people-counted.ts';
import type { Pages } from '#shared/rules/read-programme.ts';
import type { AskedChange } from './asked-change.ts';

/** Two thousand people took 0.8 s on two cores; beyond this the page would keep everybody else waiting. */
export const peopleMax = 5_000;

export type JudgedChange = {
  readonly what: WhatWouldChange;
  /** null where nobody is stored for the year, or too many are */
  readonly people: PeopleCounted | null;
  readonly stored: ReadonlyMap<string, CaseFile>;
  readonly storedCount: number;
};

export async function judgeChange(
  records: RecordStore,
  now: Book,
  proposed: Pages,
  { year, rulesOf }: AskedChange,
): Promise<JudgedChange> {
  const caseFiles = (await listCaseFiles(records, year)).filter(({ findings }) => findings.length > 0);
  const judged = caseFiles.length > peopleMax ? [] : caseFiles;
  const people = judged.map(({ specialistId, findings }) => ({ person: specialistId, findings }));
  const what = compareProgrammes(now, proposed, { year, rulesOf, people });
  return {
    what,
    people: what.people === null ? null : countPeople(what.people),
    stored: new Map(judged.map((caseFile) => [caseFile.specialistId, caseFile])),
    storedCount: caseFiles.length,
  };
}
