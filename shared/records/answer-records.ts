import { type Answer, answerSchema } from '#shared/domain/answer.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { bodyOf } from './stored-body.ts';

const answerKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'ANSWER' });

export type VersionedAnswer = { answer: Answer; version: number };

/** An answer not yet handed over stands in index1 under ANSWERS#WAITING. */
export function answerWrite(id: SubmissionId, answer: Answer, version: number | null): Write {
  const row = { ...answerKey(id), body: answer };
  const put = answer.state === 'waiting' ? { ...row, index1: { pk: 'ANSWERS#WAITING', sk: id } } : row;
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findAnswer(records: RecordStore, id: SubmissionId): Promise<VersionedAnswer | null> {
  const record = await records.find(answerKey(id));
  return record ? { answer: bodyOf(answerSchema, record), version: record.version } : null;
}
