import { z } from 'zod';
import type { FileId, SubmissionId } from '#shared/domain/ids.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const pageReadSchema = z.object({ readingKey: z.string() });

type OfMail = { submissionId: SubmissionId; fileId: FileId };

/**
 * `SUB#<submissionId>` / `PAGE-READ#<file>#<reading>`: a page that was paid for is kept by the hash of its picture, for every mail. Each
 * mail notes which of them it used, so that its period reaches them.
 */
export function pageReadWrite({ submissionId, fileId }: OfMail, readingKey: string): Write {
  const put = { pk: `SUB#${submissionId}`, sk: `PAGE-READ#${fileId}#${readingKey}`, body: { readingKey } };
  return { put, expect: 'any' };
}

export async function pageReadingsOf(
  records: RecordStore,
  id: SubmissionId,
): Promise<{ fileId: string; key: string }[]> {
  const rows = await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'PAGE-READ#' });
  return rows.map((row) => ({ fileId: row.sk.split('#')[1] ?? '', key: bodyOf(pageReadSchema, row).readingKey }));
}
