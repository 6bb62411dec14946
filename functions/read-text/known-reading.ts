import { z } from 'zod';
import type { FileRecord } from '#shared/domain/document.ts';
import type { DocumentReader } from '#shared/ports/document-reader.ts';
import type { FileStore } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { TextReader } from '#shared/ports/text-reader.ts';

/** Raised when reading changes: what older code read is then read again. */
const readingVersion = 4;

const bodySchema = z.object({ readingKey: z.string() });

type Ports = { records: RecordStore; files: FileStore; documentReader: DocumentReader; textReader: TextReader };

/** One file read by the same engines gives the same words, whoever sent it and however often. */
function rowKey({ textReader }: Ports, file: FileRecord) {
  const kind = file.mediaType.replaceAll('#', '');
  return { pk: `READ#${file.sha256}`, sk: `${readingVersion}#${kind}#${textReader.engine}` };
}

/** The key of a reading made earlier of the same bytes, if it is still in the store. */
export async function knownReading(ports: Ports, file: FileRecord): Promise<string | null> {
  const record = await ports.records.find(rowKey(ports, file));
  const body = bodySchema.safeParse(record?.body);
  if (!body.success || !(await ports.files.has(body.data.readingKey))) return null;
  return body.data.readingKey;
}

export async function keepReading(ports: Ports, file: FileRecord, readingKey: string): Promise<void> {
  await ports.records.write([{ put: { ...rowKey(ports, file), body: { readingKey } }, expect: 'any' }]);
}
