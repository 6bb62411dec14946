import { z } from 'zod';
import { type Staff, type StaffId, staffIdSchema, staffSchema } from '#shared/domain/staff.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const staffKey = (id: StaffId) => ({ pk: `STAFF#${id}`, sk: 'STAFF' });
const passwordKey = (id: StaffId) => ({ pk: `STAFF#${id}`, sk: 'PASSWORD' });
const nameKey = (signInName: string) => ({ pk: `STAFF-NAME#${signInName}`, sk: 'STAFF' });

const pointerSchema = z.object({ staffId: staffIdSchema });
const passwordSchema = z.object({ hash: z.string() });

export type VersionedStaff = { staff: Staff; version: number };

/** index1 lists the whole staff by sign-in name. */
export function staffWrite(staff: Staff, version: number | null): Write {
  const put = { ...staffKey(staff.staffId), body: staff, index1: { pk: 'STAFF', sk: staff.signInName } };
  return { put, expect: version === null ? 'absent' : { version } };
}

/** That the row is still as it was read. */
export const staffCheck = ({ staff, version }: VersionedStaff): Write => {
  return { check: staffKey(staff.staffId), expect: { version } };
};

/** The new member and their sign-in name, which nobody else may have. "conflict" when somebody has it. */
export function addStaff(records: RecordStore, staff: Staff): Promise<'written' | 'conflict'> {
  const { staffId, signInName } = staff;
  return records.write([
    staffWrite(staff, null),
    { put: { ...nameKey(signInName), body: { staffId } }, expect: 'absent' },
  ]);
}

export async function findStaff(records: RecordStore, id: StaffId): Promise<VersionedStaff | null> {
  const record = await records.find(staffKey(id));
  return record ? { staff: bodyOf(staffSchema, record), version: record.version } : null;
}

export async function findStaffByName(records: RecordStore, signInName: string): Promise<VersionedStaff | null> {
  const record = await records.find(nameKey(signInName.trim().toLowerCase()));
  return record ? findStaff(records, bodyOf(pointerSchema, record).staffId) : null;
}

export async function listStaff(records: RecordStore): Promise<Staff[]> {
  const rows = await listAll(records, { pk: 'STAFF', index: 'index1' });
  return rows.map((row) => bodyOf(staffSchema, row));
}

/** What stands for the password of a local account. Never shown, never listed. */
export async function findPasswordHash(records: RecordStore, id: StaffId): Promise<string | null> {
  const record = await records.find(passwordKey(id));
  return record ? bodyOf(passwordSchema, record).hash : null;
}

export function passwordWrite(id: StaffId, hash: string): Write {
  return { put: { ...passwordKey(id), body: { hash } }, expect: 'any' };
}

export function passwordRemoval(id: StaffId): Write {
  return { remove: passwordKey(id), expect: 'any' };
}
