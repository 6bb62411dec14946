import { type SubmissionId, submissionIdSchema } from '#shared/domain/ids.ts';
import { type Lease, leaseSchema } from '#shared/domain/lease.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const heldPk = 'LEASES#HELD';
const leaseKey = (id: SubmissionId) => ({ pk: `SUB#${id}`, sk: 'LEASE' });

export type VersionedLease = { lease: Lease; version: number };

/** `there` is what the change was made from: two people who take one case at once cannot both have seen it free. */
export function leaseWrite(id: SubmissionId, lease: Lease, there: VersionedLease | null): Write {
  const row = { ...leaseKey(id), body: lease };
  const put = lease.by === null ? row : { ...row, index1: { pk: heldPk, sk: id } };
  return { put, expect: there === null ? 'absent' : { version: there.version } };
}

/** For a write that only goes through while the lease is as it was seen; null: nobody has ever had the case. */
export function leaseCheck(id: SubmissionId, lease: VersionedLease | null): Write {
  return { check: leaseKey(id), expect: lease === null ? 'absent' : { version: lease.version } };
}

export async function findLease(records: RecordStore, id: SubmissionId): Promise<VersionedLease | null> {
  const record = await records.find(leaseKey(id));
  return record ? { lease: bodyOf(leaseSchema, record), version: record.version } : null;
}

/** Every case that somebody took and did not give back. Some may have run out: the clock says. */
export async function listLeases(records: RecordStore): Promise<Map<SubmissionId, Lease>> {
  const rows = await listAll(records, { pk: heldPk, index: 'index1' });
  return new Map(rows.map((row) => [submissionIdSchema.parse(row.index1?.sk), bodyOf(leaseSchema, row)]));
}
