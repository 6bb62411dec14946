import type { SubmissionId } from '#shared/domain/ids.ts';
import { type Reply, replySchema } from '#shared/domain/reply.ts';
import type { RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

export type VersionedReply = { reply: Reply; version: number };

const keyOf = (id: SubmissionId, reply: SubmissionId) => ({ pk: `SUB#${id}`, sk: `REPLY#${reply}` });
const asReply = (record: StoredRecord): VersionedReply => {
  return { reply: bodyOf(replySchema, record), version: record.version };
};

export function replyWrite(id: SubmissionId, reply: Reply, version: number | null): Write {
  const put = { ...keyOf(id, reply.submissionId), body: reply };
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findReply(
  records: RecordStore,
  id: SubmissionId,
  reply: SubmissionId,
): Promise<VersionedReply | null> {
  const record = await records.find(keyOf(id, reply));
  return record ? asReply(record) : null;
}

/** The mails that brought a case back, in the order of their receipt. */
export async function listReplies(records: RecordStore, id: SubmissionId): Promise<VersionedReply[]> {
  return (await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'REPLY#' })).map(asReply);
}
