import type { MatchedPerson } from '#shared/domain/person.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findPeople } from '#shared/records/judgement-records.ts';

/** What one line of the queue says beyond the submission itself. */
export type CaseDigest = { submission: Submission; people: MatchedPerson[]; documentCount: number };

/** Looked up only for the lines of one page of the queue. */
export async function digestCase(records: RecordStore, submission: Submission): Promise<CaseDigest> {
  const [people, documents] = await Promise.all([
    findPeople(records, submission.submissionId),
    records.list({ pk: `SUB#${submission.submissionId}`, skStartsWith: 'DOC#', limit: 1_000 }),
  ]);
  return { submission, people: people?.people ?? [], documentCount: documents.records.length };
}
