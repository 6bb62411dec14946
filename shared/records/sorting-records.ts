import type { FileId, SubmissionId } from '#shared/domain/ids.ts';
import { type Sorting, sortingSchema } from '#shared/domain/sorting.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const prefix = (fileId: FileId) => `SORTING#${fileId.slice('file_'.length)}#`;

export function sortingWrite(id: SubmissionId, sorting: Sorting): Write {
  const sk = `${prefix(sorting.fileId)}${String(sorting.number).padStart(3, '0')}`;
  return { put: { pk: `SUB#${id}`, sk, body: sortingSchema.parse(sorting) }, expect: 'absent' };
}

/** The one that holds; null while nobody said anything about this file. */
export async function findSorting(records: RecordStore, id: SubmissionId, fileId: FileId): Promise<Sorting | null> {
  const rows = await listAll(records, { pk: `SUB#${id}`, skStartsWith: prefix(fileId) });
  const last = rows.at(-1);
  return last ? bodyOf(sortingSchema, last) : null;
}
