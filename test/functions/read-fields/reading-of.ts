import { type Extract, extractDocument } from '#functions/read-fields/extract-document.ts';
import { splitFile } from '#functions/sort-documents/split-file.ts';
import type { DocumentKind } from '#shared/domain/document.ts';
import type { FileReading } from '#shared/domain/reading.ts';
import { openDocument } from '#shared/reading/open-document.ts';

/** What our own reader sees in a PDF. */
export async function readingOf(bytes: Uint8Array, mediaType = 'application/pdf'): Promise<FileReading> {
  const opened = await openDocument({ bytes, mediaType });
  if (opened.outcome !== 'read') throw new Error(`not read: ${opened.reason.code}`);
  return opened.reading;
}

export type ReadPaper = { kind: DocumentKind; values: Record<string, unknown>; extract: Extract };

/** Sorts and reads a file that holds one paper; `values` are its fields without their sources. */
export async function readPaper(bytes: Uint8Array, mediaType?: string): Promise<ReadPaper> {
  const reading = await readingOf(bytes, mediaType);
  const [part] = splitFile(reading);
  if (part === undefined) throw new Error('the file has no paper in it');
  const extract = extractDocument(reading.pages, part.kind);
  return { kind: part.kind, values: valuesOf(extract), extract };
}

export function valuesOf({ fields }: Pick<Extract, 'fields'>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value]));
}

export function rowsOf({ trainings }: Pick<Extract, 'trainings'>): unknown[][] {
  return trainings.map((row) =>
    [row.title, row.provider, row.completedOn, row.hours, row.category, row.priorApproved].map(({ value }) => value),
  );
}
