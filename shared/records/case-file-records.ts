import { type CaseFile, caseFileSchema } from '#shared/domain/case-file.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const caseFileKey = (specialistId: string, year: number) => ({ pk: `PERSON#${specialistId}`, sk: `YEAR#${year}` });

export type VersionedCaseFile = { caseFile: CaseFile; version: number };

export async function findCaseFile(
  records: RecordStore,
  specialistId: string,
  year: number,
): Promise<VersionedCaseFile | null> {
  const record = await records.find(caseFileKey(specialistId, year));
  return record ? { caseFile: bodyOf(caseFileSchema, record), version: record.version } : null;
}

/** Every report year of one person that has something on record, the newest first. */
export async function listCaseFilesOf(records: RecordStore, specialistId: string): Promise<CaseFile[]> {
  const rows = await listAll(records, { pk: `PERSON#${specialistId}`, skStartsWith: 'YEAR#', newestFirst: true });
  return rows.map((row) => bodyOf(caseFileSchema, row));
}

/** Everybody's case file of one report year, in the order of their ids. */
export async function listCaseFiles(records: RecordStore, year: number): Promise<CaseFile[]> {
  const rows = await listAll(records, { pk: `YEAR#${year}`, index: 'index2' });
  return rows.map((row) => bodyOf(caseFileSchema, row));
}

/** `version` is that of the case file the new one was made from; null when there was none. */
export function caseFileWrite(caseFile: CaseFile, version: number | null): Write {
  const key = caseFileKey(caseFile.specialistId, caseFile.year);
  const body = caseFile;
  return {
    put: { ...key, body, index2: { pk: `YEAR#${caseFile.year}`, sk: caseFile.specialistId } },
    expect: version === null ? 'absent' : { version },
  };
}
