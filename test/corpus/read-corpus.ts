import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeReadFields } from '#functions/read-fields/read-fields.ts';
import { makeReadText } from '#functions/read-text/read-text.ts';
import { makeSortDocuments } from '#functions/sort-documents/sort-documents.ts';
import { makeContainedDocumentReader } from '#shared/adapters/local/contained-document-reader.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openPpOcrSecondReader } from '#shared/adapters/local/pp-ocr-second-reader.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { makeTesseractTextReader } from '#shared/adapters/local/tesseract-text-reader.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import { fileIdOf, runIdOf, submissionIdSchema } from '#shared/domain/ids.ts';
import { type FileReading, fileReadingSchema } from '#shared/domain/reading.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { SecondReader } from '#shared/ports/second-reader.ts';
import type { TextReader } from '#shared/ports/text-reader.ts';
import { listDocumentsOfFile } from '#shared/records/document-records.ts';
import { findFile, putFiles } from '#shared/records/file-records.ts';
import type { Made } from './corpus-folder.ts';

/** The product's own steps on its own local adapters: what one machine does with a mail, without the mail. */
export type CorpusReader = {
  read(made: Made): Promise<{ documents: DocumentRecord[]; reading: FileReading | null }>;
  close(): Promise<void>;
};

const mediaTypes = {
  ...{ pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png', tif: 'image/tiff' },
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
const isEnding = (ending: string): ending is keyof typeof mediaTypes => Object.hasOwn(mediaTypes, ending);

/** What opens files and reads and looks at pages. */
export type Engines = {
  documentReader: DocumentReader;
  textReader: TextReader;
  secondReader: SecondReader;
  close(): Promise<unknown>;
};

async function containedEngines(): Promise<Engines> {
  const documentReader = makeContainedDocumentReader();
  const textReader = makeTesseractTextReader();
  const secondReader = await openPpOcrSecondReader();
  const close = () => Promise.all([documentReader.close(), textReader.close(), secondReader.close()]);
  return { documentReader, textReader, secondReader, close };
}

export async function openCorpusReader(engines?: Engines): Promise<CorpusReader> {
  const folder = await mkdtemp(join(tmpdir(), 'accuracy-'));
  const records = openSqliteRecordStore(join(folder, 'records.sqlite'));
  const files = openFolderFileStore(join(folder, 'files'));
  const { documentReader, textReader, secondReader, close } = engines ?? (await containedEngines());
  const readText = makeReadText({ records, files, documentReader, textReader });
  const sortDocuments = makeSortDocuments({ records, files });
  const readFields = makeReadFields({ records, files, documentReader, secondReader });
  let count = 0;
  return {
    async read(made) {
      count += 1;
      const submissionId = submissionIdSchema.parse(`sub_${String(count).padStart(26, '0')}`);
      const [runId, fileId] = [runIdOf(submissionId, 1), fileIdOf(1)];
      const bytes = await readFile(made.path);
      const ending = made.file.split('.').at(-1) ?? '';
      if (!isEnding(ending)) throw new Error(`nobody knows the media type of ${made.file}`);
      await putFiles(records, [
        {
          ...{ submissionId, fileId, attachment: made.file, mediaType: mediaTypes[ending] },
          ...{ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length },
          ...{ fileKey: await files.put('document', bytes), isDecoration: false, refused: null, readingKey: null },
        },
      ]);
      const input = { submissionId, runId, fileId };
      await readText(input);
      await sortDocuments(input);
      await readFields(input);
      const found = await findFile(records, submissionId, fileId);
      const key = found?.file.readingKey ?? null;
      const reading =
        key === null ? null : fileReadingSchema.parse(JSON.parse(new TextDecoder().decode(await files.read(key))));
      return { documents: await listDocumentsOfFile(records, submissionId, fileId), reading };
    },
    async close() {
      await close();
      records.close();
      await rm(folder, { recursive: true });
    },
  };
}
