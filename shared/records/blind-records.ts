import { type BlindTask, blindTaskSchema } from '#shared/domain/blind-sample.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const openPk = 'BLIND#OPEN';
const blindKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'BLIND' });

export type VersionedBlindTask = { task: BlindTask; version: number };

/** A task that nobody answered yet stands in index1, the oldest first. There is one for a case, or none. */
export function blindWrite(task: BlindTask, version: number | null): Write {
  const row = { ...blindKey(task.submissionId), body: blindTaskSchema.parse(task) };
  const index1 = { pk: openPk, sk: `${task.openedAt}#${task.submissionId}` };
  const put = task.answer === null ? { ...row, index1 } : row;
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findBlindTask(records: RecordStore, id: SubmissionId): Promise<VersionedBlindTask | null> {
  const record = await records.find(blindKey(id));
  return record ? { task: asTask(record), version: record.version } : null;
}

export async function listOpenBlindTasks(records: RecordStore): Promise<BlindTask[]> {
  return (await listAll(records, { pk: openPk, index: 'index1' })).map(asTask);
}

const asTask = (record: StoredRecord) => bodyOf(blindTaskSchema, record);
