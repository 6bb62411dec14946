import { type DocumentRecord, documentRecordSchema } from '#shared/domain/document.ts';
import { TryAgain } from '#shared/domain/faults.ts';
import type { FileId, SubmissionId } from '#shared/domain/ids.ts';
import type { NewRecord, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { writesAtOnceMax } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const digits = (number: number) => String(number).padStart(3, '0');
const fileNumber = (fileId: FileId) => fileId.slice('file_'.length);

/** `SUB#<submissionId>` / `DOC#0001#002`: file, then part. Three digits, so that a file of 999 pages keeps its order. */
function rowOf(document: DocumentRecord): NewRecord {
  const { submissionId, fileId, part } = document;
  return { pk: `SUB#${submissionId}`, sk: `DOC#${fileNumber(fileId)}#${digits(part)}`, body: document };
}

/**
 * Makes the documents of one file exactly these: rows that are no longer wanted go, unchanged ones stay as they are, so
 * doing it again writes nothing. Throws `TryAgain` when somebody else changed one of them meanwhile.
 */
export async function saveDocuments(
  records: RecordStore,
  submissionId: SubmissionId,
  fileId: FileId,
  documents: readonly DocumentRecord[],
): Promise<void> {
  const there = await listRows(records, submissionId, fileId);
  const wanted = documents.map((document) => rowOf(documentRecordSchema.parse(document)));
  const writes = [...putsOf(wanted, there), ...removesOf(wanted, there)];
  for (let from = 0; from < writes.length; from += writesAtOnceMax) {
    const written = await records.write(writes.slice(from, from + writesAtOnceMax));
    if (written === 'conflict') throw new TryAgain('somebody else changed the documents of this file');
  }
}

/** For a mail whose rows are laid anew, each of them: doing it again writes the same. */
export const documentWrite = (document: DocumentRecord): Write => ({ put: rowOf(document), expect: 'any' });

/** All documents of a mail, in the order of its files and of the pages in them. */
export async function listDocuments(records: RecordStore, submissionId: SubmissionId): Promise<DocumentRecord[]> {
  return (await listRows(records, submissionId)).map((row) => bodyOf(documentRecordSchema, row));
}

/** The documents of one file, in the order of their pages. */
export async function listDocumentsOfFile(
  records: RecordStore,
  submissionId: SubmissionId,
  fileId: FileId,
): Promise<DocumentRecord[]> {
  return (await listRows(records, submissionId, fileId)).map((row) => bodyOf(documentRecordSchema, row));
}

function listRows(records: RecordStore, submissionId: SubmissionId, fileId?: FileId): Promise<StoredRecord[]> {
  const skStartsWith = fileId === undefined ? 'DOC#' : `DOC#${fileNumber(fileId)}#`;
  return listAll(records, { pk: `SUB#${submissionId}`, skStartsWith });
}

function putsOf(wanted: readonly NewRecord[], there: readonly StoredRecord[]): Write[] {
  const before = new Map(there.map((row) => [row.sk, row]));
  return wanted.flatMap((row): Write[] => {
    const old = before.get(row.sk);
    if (old && JSON.stringify(old.body) === JSON.stringify(row.body)) return [];
    return [{ put: row, expect: old ? { version: old.version } : 'absent' }];
  });
}

function removesOf(wanted: readonly NewRecord[], there: readonly StoredRecord[]): Write[] {
  const kept = new Set(wanted.map((row) => row.sk));
  return there
    .filter((row) => !kept.has(row.sk))
    .map(({ pk, sk, version }) => ({ remove: { pk, sk }, expect: { version } }));
}
