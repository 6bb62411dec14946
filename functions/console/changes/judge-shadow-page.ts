import type { RecordStore } from '#shared/ports/record-store.ts';
import { listCaseFiles } from '#shared/records/case-file-records.ts';
import { shadowAgreement } from '#shared/rules/compare/shadow-agreement.ts';
import type { Rule } from '#shared/rules/programme.ts';
import { showPeople } from '../cases/people-shown.ts';
import { type ShadowShown, shadowListMax } from '../parts/shadow-part.ts';

/** A page in shadow held against the judgements stored for a year; with names where they may be seen. */
export async function judgeShadowPage(
  records: RecordStore,
  { rule, year, withNames }: { rule: Rule; year: number; withNames: boolean },
): Promise<ShadowShown> {
  const caseFiles = await listCaseFiles(records, year);
  const people = caseFiles.map(({ specialistId, findings, shadow }) => ({ person: specialistId, findings, shadow }));
  const agreement = shadowAgreement(rule, people);
  const listed = new Set(agreement.differed.slice(0, shadowListMax).map(({ person }) => person));
  const shown = await showPeople(
    records,
    withNames ? caseFiles.filter(({ specialistId }) => listed.has(specialistId)) : [],
  );
  return { rule, year, agreement, people: shown };
}
