import { type Answer, answerSchema } from '#shared/domain/answer.ts';
import { type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const waitingPk = 'ANSWERS#WAITING';
const answerKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'ANSWER' });

export type VersionedAnswer = { answer: Answer; version: number };

/** An answer not yet handed over stands in index1 under ANSWERS#WAITING. */
export function answerWrite(id: SubmissionId, answer: Answer, version: number | null): Write {
  const row = { ...answerKey(id), body: answer };
  const put = answer.state === 'waiting' ? { ...row, index1: { pk: waitingPk, sk: id } } : row;
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findAnswer(records: RecordStore, id: SubmissionId): Promise<VersionedAnswer | null> {
  const record = await records.find(answerKey(id));
  return record ? { answer: bodyOf(answerSchema, record), version: record.version } : null;
}

export type WaitingAnswer = VersionedAnswer & { submissionId: SubmissionId };

/** Every answer that was written and not handed over yet. */
export async function listWaitingAnswers(records: RecordStore): Promise<WaitingAnswer[]> {
  const rows = await listAll(records, { pk: waitingPk, index: 'index1' });
  return rows.map((row) => ({
    submissionId: submissionIdSchema.parse(row.index1?.sk),
    answer: bodyOf(answerSchema, row),
    version: row.version,
  }));
}
