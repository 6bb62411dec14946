import type { DocumentRecord, FileRecord } from '#shared/domain/document.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { Microdollars } from '#shared/domain/price.ts';
import { type FileReading, fileReadingSchema } from '#shared/domain/reading.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { SecondReader } from '#shared/ports/second-reader.ts';
import { cutToRegion } from '#shared/reading/cut-to-region.ts';
import { listDocumentsOfFile, saveDocuments } from '#shared/records/document-records.ts';
import { findFile } from '#shared/records/file-records.ts';
import { paidSecondReader } from '#shared/records/paid-second-reader.ts';
import { defaultCeiling } from '#shared/records/reading-budget.ts';
import type { FileInput } from '#shared/workflow/steps.ts';
import { extractDocument } from './extract-document.ts';
import { type Looking, lookAgain, mendPages } from './second-look/look-again.ts';
import { sourced, withSureness } from './sourced.ts';

export type ReadFieldsPorts = {
  records: RecordStore;
  files: FileStore;
  documentReader: Pick<DocumentReader, 'draw'>;
  secondReader: SecondReader;
  /** asked about what decides something and is still in doubt after the second reader looked; it costs money */
  paidReader?: SecondReader;
  /** what reading the pictures of one mail may cost; half a dollar when left out */
  readingCeiling?: Microdollars;
};
export type ReadFieldsOutput = FileInput & { documentCount: number; fieldCount: number };

/** Reads the fields of each document that was found in a file. Doing it again gives the same rows. */
export function makeReadFields(ports: ReadFieldsPorts) {
  const { records, files } = ports;
  return async ({ submissionId, runId, fileId }: FileInput): Promise<ReadFieldsOutput> => {
    const found = await findFile(records, submissionId, fileId);
    if (found === null) throw new GiveUp('there is no such file');
    const sorted = await listDocumentsOfFile(records, submissionId, fileId);
    const readable = sorted.some(isReadable);
    const reading = readable ? await openReading(files, found.file) : null;
    const documents: DocumentRecord[] = [];
    for (const document of sorted) {
      const isRead = reading !== null && isReadable(document);
      documents.push(isRead ? await withFields(ports, { document, file: found.file, reading }) : document);
    }
    await saveDocuments(records, submissionId, fileId, documents);
    const fieldCount = documents.reduce((count, { fields }) => count + Object.keys(fields).length, 0);
    return { submissionId, runId, fileId, documentCount: documents.length, fieldCount };
  };
}

/** Nothing is taken from a private paper, a picture, or a paper of no known kind. */
const isReadable = ({ kind, isSensitive, reading }: DocumentRecord) =>
  kind !== 'other' && !isSensitive && reading !== 'unread';

async function openReading(files: FileStore, { readingKey }: FileRecord): Promise<FileReading> {
  if (readingKey === null) throw new GiveUp('the file was not read');
  const parsed = fileReadingSchema.safeParse(JSON.parse(new TextDecoder().decode(await files.read(readingKey))));
  if (!parsed.success) throw new GiveUp('the stored reading does not have its shape');
  return parsed.data;
}

type Sorted = { document: DocumentRecord; file: FileRecord; reading: FileReading };

/** Reasons of sorting stay; what an earlier reading of the fields said is said anew. */
async function withFields(ports: ReadFieldsPorts, { document, file, reading }: Sorted): Promise<DocumentRecord> {
  const [from, to] = document.pages;
  const own = reading.pages.filter(({ number }) => number >= from && number <= to);
  const { region } = document;
  const pages = region ? own.map((page) => cutToRegion(page, region)) : own;
  const seen = { file, reading, pages };
  const [first, ...others] = lookings(ports, file);
  const mended = await mendPages(first, seen);
  const clearer = pages.map((page) => mended.get(page.number)?.page ?? page);
  const { reasons, ...values } = sourced(reading, extractDocument(clearer, document.kind));
  let looked = values;
  for (const looking of [first, ...others]) looked = await lookAgain(looking, seen, looked, mended);
  const ofSorting = document.reasons.filter((reason) => reason.field === undefined);
  return { ...document, ...withSureness(pages, looked), reasons: [...ofSorting, ...reasons] };
}

/** What costs nothing looks first; who is paid looks at what is still in doubt, within what the mail may cost. */
function lookings(ports: ReadFieldsPorts, { submissionId, fileKey }: FileRecord): [Looking, ...Looking[]] {
  const { records, files, documentReader, secondReader, paidReader, readingCeiling: ceiling = defaultCeiling } = ports;
  const looking = (reader: SecondReader): Looking => ({
    documentReader,
    secondReader: paidSecondReader(reader, { records, submissionId, ceiling }),
    open: () => files.read(fileKey),
  });
  return paidReader === undefined ? [looking(secondReader)] : [looking(secondReader), looking(paidReader)];
}
