import type { DocumentRecord } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { Case } from './find-case.ts';

/** A paper of an earlier mail that has to do with this one. */
export type OtherPaper = { submissionId: SubmissionId; reference: string; at: number; document: DocumentRecord };

const mailsMax = 5;

/** Papers of the mails that this one repeats, or that its credits rest on besides. */
export async function otherPapers(records: RecordStore, found: Case, outcome: Judgement | null): Promise<OtherPaper[]> {
  const { submissionId, duplicateOf } = found.submission;
  const credits = (outcome ?? found.judgement)?.credits ?? [];
  const named = [duplicateOf, ...credits.flatMap(({ evidence }) => evidence.map((one) => one.submissionId))];
  const mails = [...new Set(named)].filter((id) => id !== null && id !== submissionId).slice(0, mailsMax);
  const papers = await Promise.all(mails.map((id) => (id === null ? [] : papersOf(records, id))));
  return papers.flat();
}

async function papersOf(records: RecordStore, submissionId: SubmissionId): Promise<OtherPaper[]> {
  const [found, documents] = await Promise.all([
    findSubmission(records, submissionId),
    listDocuments(records, submissionId),
  ]);
  if (found === null) return [];
  const { reference } = found.submission;
  return documents.map((document, at) => ({ submissionId, reference, at, document }));
}
