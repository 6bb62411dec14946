import { type Answer, answerSchema } from '#shared/domain/answer.ts';
import { type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import type { RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const waitingPk = 'ANSWERS#WAITING';

/** The machine's own answer to a mail, and one more for each decision of a person: `ANSWER`, `ANSWER#001`. */
const nameOf = (decision: number | null) =>
  decision === null ? 'ANSWER' : `ANSWER#${String(decision).padStart(3, '0')}`;
const answerKey = (id: SubmissionId, decision: number | null) => ({ pk: `SUB#${id}`, sk: nameOf(decision) });

/** `decision`: the number of the decision whose letter it is; left out for the machine's own answer. */
export type VersionedAnswer = { answer: Answer; version: number; decision?: number };

/** An answer not yet handed over stands in index1 under ANSWERS#WAITING. */
export function answerWrite(
  id: SubmissionId,
  answer: Answer,
  version: number | null,
  decision: number | null = null,
): Write {
  const row = { ...answerKey(id, decision), body: answer };
  const sk = decision === null ? id : `${id}#${nameOf(decision)}`;
  const put = answer.state === 'waiting' ? { ...row, index1: { pk: waitingPk, sk } } : row;
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findAnswer(
  records: RecordStore,
  id: SubmissionId,
  decision: number | null = null,
): Promise<VersionedAnswer | null> {
  const record = await records.find(answerKey(id, decision));
  return record ? asAnswer(record) : null;
}

/** The machine's answer, then the letters of decisions in their order. */
export async function listAnswers(records: RecordStore, id: SubmissionId): Promise<VersionedAnswer[]> {
  return (await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'ANSWER' })).map(asAnswer);
}

export type WaitingAnswer = VersionedAnswer & { submissionId: SubmissionId };

/** Every answer that was written and not handed over yet. */
export async function listWaitingAnswers(records: RecordStore): Promise<WaitingAnswer[]> {
  const rows = await listAll(records, { pk: waitingPk, index: 'index1' });
  return rows.map((row) => ({
    ...asAnswer(row),
    submissionId: submissionIdSchema.parse(row.pk.slice('SUB#'.length)),
  }));
}

function asAnswer(record: StoredRecord): VersionedAnswer {
  const known = { answer: bodyOf(answerSchema, record), version: record.version };
  const number = Number(/^ANSWER#(\d+)$/.exec(record.sk)?.[1]);
  return Number.isInteger(number) ? { ...known, decision: number } : known;
}
