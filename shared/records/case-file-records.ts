import { type CaseFile, caseFileSchema } from '#shared/domain/case-file.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { RecordKey, RecordStore, StoredRecord, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { inParts, ledgerPartSchema, partsSchema } from './row-parts.ts';
import { bodyOf } from './stored-body.ts';

const headSchema = caseFileSchema.extend(partsSchema);
type Part = Pick<CaseFile, 'credits' | 'findings' | 'shadow'>;

const caseFileKey = (specialistId: string, year: number) => ({ pk: `PERSON#${specialistId}`, sk: `YEAR#${year}` });
const partKey = ({ specialistId, year }: CaseFile, number: number, run = ''): RecordKey => {
  return { pk: `PERSON#${specialistId}`, sk: `LEDGER#${year}#${run}#${String(number).padStart(3, '0')}` };
};

export type VersionedCaseFile = { caseFile: CaseFile; version: number };

export async function findCaseFile(
  records: RecordStore,
  specialistId: string,
  year: number,
): Promise<VersionedCaseFile | null> {
  const record = await records.find(caseFileKey(specialistId, year));
  return record ? { caseFile: await wholeOf(records, record), version: record.version } : null;
}

/** Every report year of one person that has something on record, the newest first. */
export async function listCaseFilesOf(records: RecordStore, specialistId: string): Promise<CaseFile[]> {
  const rows = await listAll(records, { pk: `PERSON#${specialistId}`, skStartsWith: 'YEAR#', newestFirst: true });
  return Promise.all(rows.map((row) => wholeOf(records, row)));
}

/** Everybody's case file of one report year, in the order of their ids. */
export async function listCaseFiles(records: RecordStore, year: number): Promise<CaseFile[]> {
  const rows = await listAll(records, { pk: `YEAR#${year}`, index: 'index2' });
  return Promise.all(rows.map((row) => wholeOf(records, row)));
}

/** Some of a report year's case files in the order of their ids, for a walk over all of them. `broken`: whose cannot be read. */
export async function pageOfCaseFiles(
  records: RecordStore,
  year: number,
  paging: { limit: number; after?: string },
): Promise<{ caseFiles: CaseFile[]; broken: string[]; after?: string }> {
  const page = await records.list({ pk: `YEAR#${year}`, index: 'index2', ...paging });
  const broken: string[] = [];
  const found = await Promise.all(
    page.records.map((row) =>
      wholeOf(records, row).catch((fault: unknown) => {
        if (!(fault instanceof GiveUp)) throw fault;
        broken.push(row.index2?.sk ?? row.pk);
        return null;
      }),
    ),
  );
  const caseFiles = found.filter((caseFile) => caseFile !== null);
  return page.after === undefined ? { caseFiles, broken } : { caseFiles, broken, after: page.after };
}

async function wholeOf(records: RecordStore, record: StoredRecord): Promise<CaseFile> {
  const { parts: count, run, ...head } = bodyOf(headSchema, record);
  const parts = await Promise.all(
    Array.from({ length: count }, (_, i) => findPart(records, partKey(head, i + 1, run))),
  );
  const [credits, findings] = [parts.flatMap((part) => part.credits), parts.flatMap((part) => part.findings)];
  const shadow = parts.flatMap((part) => part.shadow);
  return {
    ...head,
    credits: [...head.credits, ...credits],
    findings: [...head.findings, ...findings],
    shadow: [...head.shadow, ...shadow],
  };
}

async function findPart(records: RecordStore, key: RecordKey): Promise<Part> {
  const record = await records.find(key);
  if (!record) throw new GiveUp('a part of a ledger is not there');
  return bodyOf(ledgerPartSchema, record);
}

/**
 * `version` is that of the case file the new one was made from; null when there was none. The last one makes it the year that
 * stands; what one row cannot hold comes before it, in rows that only this ledger names.
 */
export function caseFileWrites(caseFile: CaseFile, version: number | null): Write[] {
  const { head, parts, run } = inParts(caseFile);
  const key = caseFileKey(caseFile.specialistId, caseFile.year);
  return [
    ...parts.map((body, i): Write => ({ put: { ...partKey(caseFile, i + 1, run), body }, expect: 'any' })),
    {
      put: { ...key, body: head, index2: { pk: `YEAR#${caseFile.year}`, sk: caseFile.specialistId } },
      expect: version === null ? 'absent' : { version },
    },
  ];
}
