import type { Answer } from '#shared/domain/answer.ts';
import type { DocumentRecord, FileRecord } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { MatchedPerson } from '#shared/domain/person.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { findJudgement, findPeople } from '#shared/records/judgement-records.ts';
import { findPointed, findSubmission, referenceKey } from '#shared/records/submission-records.ts';
import { type Batch, findBatch } from './find-batch.ts';

/** Everything that is known about one submission. Parts that are not there yet are null or empty. */
export type Case = {
  submission: Submission;
  /** of the submission's row: what a reviewer's page is based on */
  version: number;
  people: MatchedPerson[];
  files: FileRecord[];
  documents: DocumentRecord[];
  judgement: Judgement | null;
  answer: Answer | null;
  /** reference of the earlier case that this one repeats */
  duplicateOf: string | null;
  /** where its mail is about many people */
  batch: Batch | null;
};

/** LA-2026-7K3M9Q. Anything else is not looked up at all. */
const referencePattern = /^[A-Z0-9]{1,8}(?:-[A-Z0-9]{1,16}){1,3}$/;

export async function findCase(records: RecordStore, reference: string): Promise<Case | null> {
  const submissionId = await findSubmissionId(records, reference);
  const found = submissionId === null ? null : await findSubmission(records, submissionId);
  if (submissionId === null || found === null) return null;
  const [judgement, people, answer, files, documents, duplicateOf, batch] = await Promise.all([
    findJudgement(records, submissionId),
    findPeople(records, submissionId),
    findAnswer(records, submissionId),
    listFiles(records, submissionId),
    listDocuments(records, submissionId),
    findReference(records, found.submission.duplicateOf),
    findBatch(records, found.submission),
  ]);
  const withheld = new Set(files.flatMap(({ file }) => (file.withheld ? [file.fileId] : [])));
  return {
    submission: found.submission,
    version: found.version,
    people: judgement?.people ?? people?.people ?? [],
    files: files.map(({ file }) => file),
    documents: documents.map((document) => {
      // what a person ordered to be withheld is as private as what the machine took for private
      return { ...document, isSensitive: document.isSensitive || withheld.has(document.fileId) };
    }),
    judgement,
    answer: answer?.answer ?? null,
    duplicateOf,
    batch,
  };
}

export async function findSubmissionId(records: RecordStore, reference: string): Promise<SubmissionId | null> {
  return referencePattern.test(reference) ? findPointed(records, referenceKey(reference)) : null;
}

async function findReference(records: RecordStore, id: SubmissionId | null): Promise<string | null> {
  const found = id === null ? null : await findSubmission(records, id);
  return found?.submission.reference ?? null;
}
