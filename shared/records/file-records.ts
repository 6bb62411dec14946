import { type FileRecord, fileRecordSchema } from '#shared/domain/document.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { FileId, SubmissionId } from '#shared/domain/ids.ts';
import type { Expectation, RecordStore, Write } from '#shared/ports/record-store.ts';
import { writesAtOnceMax } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

/** `SUB#<submissionId>` / `FILE#0001` */
const fileKey = (submissionId: SubmissionId, fileId: FileId) => ({
  pk: `SUB#${submissionId}`,
  sk: `FILE#${fileId.slice('file_'.length)}`,
});

export type VersionedFile = { file: FileRecord; version: number };

export function fileWrite(file: FileRecord, expect: Expectation): Write {
  return { put: { ...fileKey(file.submissionId, file.fileId), body: file }, expect };
}

/** Files of a freshly opened mail. Rows that are already there stay as they are, so opening a mail twice is no harm. */
export async function putFiles(records: RecordStore, files: readonly FileRecord[]): Promise<void> {
  for (let from = 0; from < files.length; from += writesAtOnceMax) {
    const batch = files.slice(from, from + writesAtOnceMax);
    const written = await records.write(batch.map((file) => fileWrite(file, 'absent')));
    if (written === 'conflict') await putOneByOne(records, batch);
  }
}

async function putOneByOne(records: RecordStore, files: readonly FileRecord[]): Promise<void> {
  for (const file of files) {
    if ((await records.write([fileWrite(file, 'absent')])) === 'written') continue;
    const found = await findFile(records, file.submissionId, file.fileId);
    if (found?.file.sha256 !== file.sha256) throw new GiveUp(`another file is already stored as ${file.fileId}`);
  }
}

export async function findFile(
  records: RecordStore,
  submissionId: SubmissionId,
  fileId: FileId,
): Promise<VersionedFile | null> {
  const record = await records.find(fileKey(submissionId, fileId));
  return record ? { file: bodyOf(fileRecordSchema, record), version: record.version } : null;
}

/** All files of a mail in the order found. */
export async function listFiles(records: RecordStore, submissionId: SubmissionId): Promise<VersionedFile[]> {
  const found = await listAll(records, { pk: `SUB#${submissionId}`, skStartsWith: 'FILE#' });
  return found.map((record) => ({ file: bodyOf(fileRecordSchema, record), version: record.version }));
}

/** "conflict" when the row is no longer at `version`. */
export function saveFile(records: RecordStore, file: FileRecord, version: number): Promise<'written' | 'conflict'> {
  return records.write([fileWrite(file, { version })]);
}
