import { type Correction, correctionSchema } from '#shared/domain/correction.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const numbered = (number: number) => `CORRECTION#${String(number).padStart(4, '0')}`;

/** A row is only ever added: of two people with the same next number one has to look again. */
export function correctionWrite(id: SubmissionId, correction: Correction): Write {
  const sk = numbered(correction.number);
  return { put: { pk: `SUB#${id}`, sk, body: correctionSchema.parse(correction) }, expect: 'absent' };
}

/** In the order in which they were made. */
export async function listCorrections(records: RecordStore, id: SubmissionId): Promise<Correction[]> {
  const rows = await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'CORRECTION#' });
  return rows.map((row) => bodyOf(correctionSchema, row));
}
