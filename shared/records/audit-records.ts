import type { SubmissionId } from '#shared/domain/ids.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Write } from '#shared/ports/record-store.ts';

/**
 * What happened to a submission, in codes. Written in the same transaction as the change, never changed after. `who` is
 * given for what a person of the office did.
 */
export type AuditEntry = { at: string; by: 'machine' | 'person'; action: string; codes: string[]; who?: StaffId };

export function auditWrite(id: SubmissionId, entry: AuditEntry): Write {
  return { put: { pk: `SUB#${id}`, sk: `AUDIT#${entry.at}#${entry.action}`, body: entry }, expect: 'any' };
}
