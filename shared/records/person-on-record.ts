import type { CaseFile } from '#shared/domain/case-file.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listCaseFilesOf } from './case-file-records.ts';
import { findSubmission } from './submission-records.ts';

/** What a standing rests on: the ledgers of a person's years, and how each mail in them came out (null: not yet). */
export type PersonOnRecord = {
  caseFiles: readonly CaseFile[];
  outcomes: ReadonlyMap<SubmissionId, Submission['outcome']>;
};

export async function readPersonOnRecord(records: RecordStore, specialistId: string): Promise<PersonOnRecord> {
  const caseFiles = await listCaseFilesOf(records, specialistId);
  const ids = [...new Set(caseFiles.flatMap(({ submissions }) => submissions))];
  const found = await Promise.all(ids.map((id) => findSubmission(records, id)));
  const outcomes = found.flatMap((one) =>
    one ? [[one.submission.submissionId, one.submission.outcome] as const] : [],
  );
  return { caseFiles, outcomes: new Map(outcomes) };
}
