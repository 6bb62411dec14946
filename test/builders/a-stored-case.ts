import type { Answer } from '#shared/domain/answer.ts';
import type { DocumentRecord, FileRecord } from '#shared/domain/document.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { queueLineOf } from '#shared/domain/queue-line.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { answerWrite } from '#shared/records/answer-records.ts';
import { judgementWrite, savePeople } from '#shared/records/judgement-records.ts';
import { queueLineWrite } from '#shared/records/queue-line-records.ts';
import { entryWrite, submissionWrite } from '#shared/records/submission-records.ts';

export type StoredCase = {
  submission: Submission;
  files?: FileRecord[];
  documents?: DocumentRecord[];
  judgement?: Judgement;
  answer?: Answer;
};

/** Only of what the machine is through with. */
function lineOf({ submission, documents = [], judgement }: StoredCase): Write[] {
  return submission.filedAt === null
    ? []
    : [queueLineWrite(queueLineOf({ submission, judgement: judgement ?? null, documents }))];
}

/** Writes the rows that the intake machine would have left behind. Files and documents get the submission's own id. */
export async function storeCase(records: RecordStore, stored: StoredCase): Promise<void> {
  const { submission, files = [], documents = [], judgement, answer } = stored;
  const { submissionId } = submission;
  const pk = `SUB#${submissionId}`;
  const writes: Write[] = [
    submissionWrite(submission, 'absent'),
    ...lineOf(stored),
    entryWrite(submission),
    ...files.map((file): Write => {
      const sk = `FILE#${file.fileId.slice('file_'.length)}`;
      return { put: { pk, sk, body: { ...file, submissionId } }, expect: 'absent' };
    }),
    ...documents.map((document): Write => {
      const sk = `DOC#${document.fileId.slice('file_'.length)}#${String(document.part).padStart(3, '0')}`;
      return { put: { pk, sk, body: { ...document, submissionId } }, expect: 'absent' };
    }),
    ...(judgement === undefined ? [] : [judgementWrite(submissionId, judgement)]),
    ...(answer === undefined ? [] : [answerWrite(submissionId, answer, null)]),
  ];
  if ((await records.write(writes)) === 'conflict') throw new Error('this case is stored already');
  if (judgement !== undefined) await savePeople(records, submissionId, { people: judgement.people, strays: [] });
}
