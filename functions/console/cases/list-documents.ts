import { type DocumentRecord, documentRecordSchema } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAll } from '#shared/records/list-all.ts';
import { bodyOf } from '#shared/records/stored-body.ts';

/** All documents of a mail: files in the order found, and inside a file from first page to last. */
export async function listDocuments(records: RecordStore, id: SubmissionId): Promise<DocumentRecord[]> {
  const found = await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'DOC#' });
  return found.map((record) => bodyOf(documentRecordSchema, record));
}
