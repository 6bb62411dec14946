import type { DocumentRecord } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { Case } from './find-case.ts';

/** A paper of an earlier mail that has to do with this one. */
export type OtherPaper = { submissionId: SubmissionId; reference: string; at: number; document: DocumentRecord };

const mailsMax = 5;

/** Papers of the mails that this one repeats, that its credits rest on besides, or that were about the same person and year. */
export async function otherPapers(records: RecordStore, found: Case, outcome: Judgement | null): Promise<OtherPaper[]> {
  const { submissionId, duplicateOf } = found.submission;
  const credits = (outcome ?? found.judgement)?.credits ?? [];
  const rests = credits.flatMap(({ evidence }) => evidence.map((one) => one.submissionId));
  const named = [duplicateOf, ...rests, ...(await sameYear(records, outcome ?? found.judgement))];
  const mails = [...new Set(named)].filter((id) => id !== null && id !== submissionId).slice(0, mailsMax);
  const papers = await Promise.all(mails.map((id) => (id === null ? [] : papersOf(records, id))));
  return papers.flat();
}

/** The mails of the first person's year, the newest first: a year has few, and one of many people is judged by its rows. */
async function sameYear(records: RecordStore, judgement: Judgement | null): Promise<SubmissionId[]> {
  const specialistId = judgement?.people[0]?.specialistId ?? null;
  const year = judgement?.periods[0]?.year;
  if (specialistId === null || year === undefined) return [];
  const found = await findCaseFile(records, specialistId, year);
  return (found?.caseFile.submissions ?? []).toReversed();
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
