import type { SubmissionId } from '#shared/domain/ids.ts';
import { type QuarantineOrder, quarantineOrderSchema } from '#shared/domain/quarantine.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

export type VersionedQuarantineOrder = { order: QuarantineOrder; version: number };

/** `SUB#<submissionId>` / `QUARANTINE#001`: one after another, and none is ever taken away. */
export function quarantineOrderWrite(order: QuarantineOrder, version: number | null): Write {
  const sk = `QUARANTINE#${String(order.number).padStart(3, '0')}`;
  const put = { pk: `SUB#${order.submissionId}`, sk, body: quarantineOrderSchema.parse(order) };
  return { put, expect: version === null ? 'absent' : { version } };
}

/** In the order in which they were given. */
export async function listQuarantineOrders(
  records: RecordStore,
  id: SubmissionId,
): Promise<VersionedQuarantineOrder[]> {
  const rows = await listAll(records, { pk: `SUB#${id}`, skStartsWith: 'QUARANTINE#' });
  return rows.map((row) => ({ order: bodyOf(quarantineOrderSchema, row), version: row.version }));
}
