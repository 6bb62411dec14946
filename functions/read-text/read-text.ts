import type { FileRecord } from '#shared/domain/document.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { Microdollars } from '#shared/domain/price.ts';
import type { FileReading } from '#shared/domain/reading.ts';
import type { Reason } from '#shared/domain/reason.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { TextReader } from '#shared/ports/text-reader.ts';
import { mayBeRest, withholdPrivate } from '#shared/reading/withhold-private.ts';
import { findFile, saveFile } from '#shared/records/file-records.ts';
import { paidTextReader } from '#shared/records/paid-text-reader.ts';
import { defaultCeiling } from '#shared/records/reading-budget.ts';
import type { FileInput } from '#shared/workflow/steps.ts';
import { keepReading, knownReading } from './known-reading.ts';
import { readPictures } from './read-pictures.ts';
import { withholdingReader } from './withholding-reader.ts';

export type ReadTextPorts = {
  records: RecordStore;
  files: FileStore;
  documentReader: DocumentReader;
  textReader: TextReader;
  /** what reading the pictures of one mail may cost; half a dollar when left out */
  readingCeiling?: Microdollars;
};

export type ReadTextOutput = FileInput & { readable: boolean };

/**
 * Reads one file of a mail: its words by the document reader, pages that are pictures by the text reader. Leaves the
 * reading in the file store and its key on the file's row, or on the row why the file is not read. Doing it again
 * changes nothing.
 */
export function makeReadText(ports: ReadTextPorts) {
  return async ({ submissionId, runId, fileId }: FileInput): Promise<ReadTextOutput> => {
    const found = await findFile(ports.records, submissionId, fileId);
    if (found === null) throw new GiveUp('there is no such file');
    const { file } = found;
    const isSettled = file.refused !== null || file.isDecoration;
    if (isSettled) return { submissionId, runId, fileId, readable: false };
    const read = await readFile(ports, file);
    const changed: FileRecord = 'refused' in read ? { ...file, refused: read.refused } : { ...file, ...read };
    const isSame = changed.readingKey === file.readingKey && changed.refused === null;
    if (!isSame && (await saveFile(ports.records, changed, found.version)) === 'conflict') {
      throw new TryAgain('somebody else changed the file');
    }
    return { submissionId, runId, fileId, readable: changed.refused === null };
  };
}

async function readFile(ports: ReadTextPorts, file: FileRecord): Promise<{ readingKey: string } | { refused: Reason }> {
  const known = await knownReading(ports, file);
  if (known !== null) return { readingKey: known };
  const bytes = await ports.files.read(file.fileKey);
  const result = await ports.documentReader.read({ bytes, mediaType: file.mediaType });
  if (result.outcome === 'refused') return { refused: result.reason };
  const { records, files, documentReader, readingCeiling: ceiling = defaultCeiling } = ports;
  const textReader = paidTextReader(withholdingReader(ports.textReader), files, {
    records,
    submissionId: file.submissionId,
    fileId: file.fileId,
    ceiling,
    // read again, and paid again, only where the step was cut off in between
    mayKeep: (page) => !mayBeRest(page),
  });
  const reading = await readPictures(
    { documentReader, textReader },
    { bytes, mediaType: file.mediaType },
    result.reading,
  );
  return { readingKey: await keep(ports, file, withholdPrivate(reading)) };
}

async function keep(ports: ReadTextPorts, file: FileRecord, reading: FileReading): Promise<string> {
  const readingKey = await ports.files.put('reading', new TextEncoder().encode(JSON.stringify(reading)));
  // a page that another try could read is not kept unread for everybody who sends this file
  if (reading.pages.every((page) => page.unreadFor === undefined)) await keepReading(ports, file, readingKey);
  return readingKey;
}
