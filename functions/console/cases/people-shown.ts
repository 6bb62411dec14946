import type { CaseFile } from '#shared/domain/case-file.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

/** Who stands behind an id: for the eyes of whoever may open the console. Parts that are not known are null. */
export type PersonShown = {
  id: string;
  name: string | null /** reference of the latest case */;
  reference: string | null;
};
export type PeopleShown = ReadonlyMap<string, PersonShown>;

/** Looked up only for the people of one page of a list. */
export async function showPeople(records: RecordStore, caseFiles: readonly CaseFile[]): Promise<PeopleShown> {
  const shown = await Promise.all(caseFiles.map((caseFile) => showPerson(records, caseFile)));
  return new Map(shown.map((person) => [person.id, person]));
}

async function showPerson(records: RecordStore, { specialistId, submissions }: CaseFile): Promise<PersonShown> {
  const last = submissions.at(-1);
  const [specialist, found] = await Promise.all([
    findSpecialist(records, specialistId),
    last === undefined ? null : findSubmission(records, last),
  ]);
  return { id: specialistId, name: specialist?.legalName ?? null, reference: found?.submission.reference ?? null };
}
