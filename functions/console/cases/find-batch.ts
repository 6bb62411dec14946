import { itemIdsOf, itemReferenceOf } from '#shared/domain/batch.ts';
import type { QueueLine } from '#shared/domain/queue-line.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findQueueLine } from '#shared/records/queue-line-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

/** One of the cases that a mail was split into; without a line while the machine is not through with it. */
export type BatchItem = { reference: string; line: QueueLine | null };
/** The whole of a mail about many people, or the place of one case in it. */
export type Batch =
  | { is: 'mail'; items: BatchItem[] }
  | { is: 'item'; mail: string; number: number; of: number; before: string | null; after: string | null };

/** Null for a mail that is one case. */
export async function findBatch(records: RecordStore, submission: Submission): Promise<Batch | null> {
  const { itemOf, reference } = submission;
  if (itemOf) {
    const found = await findSubmission(records, itemOf.mail);
    if (!found) return null;
    const { number, of } = itemOf;
    const mail = found.submission.reference;
    const before = number > 1 ? itemReferenceOf(mail, number - 1) : null;
    return { is: 'item', mail, number, of, before, after: number < of ? itemReferenceOf(mail, number + 1) : null };
  }
  if (submission.items === undefined) return null;
  const lines = await Promise.all(itemIdsOf(submission).map((id) => findQueueLine(records, id)));
  return { is: 'mail', items: lines.map((line, at) => ({ reference: itemReferenceOf(reference, at + 1), line })) };
}
