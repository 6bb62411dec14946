import { z } from 'zod';
import type { SubmissionId } from '#shared/domain/ids.ts';
import { staffIdSchema } from '#shared/domain/staff.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { type AuditEntry, auditRow, auditWrite, noteAudit } from './audit-records.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

export const historyEntrySchema = z.object({
  at: z.string(),
  by: z.enum(['machine', 'person']),
  action: z.string(),
  codes: z.array(z.string()),
  who: staffIdSchema.optional(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Everything that happened to a case, oldest first: what changed it, and who opened its papers. */
export async function listHistory(records: RecordStore, id: SubmissionId): Promise<HistoryEntry[]> {
  const pk = `SUB#${id}`;
  const lists = await Promise.all(['AUDIT#', 'OPENED#'].map((skStartsWith) => listAll(records, { pk, skStartsWith })));
  const entries = lists.flat().map((row) => bodyOf(historyEntrySchema, row));
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/**
 * That somebody opened papers of a case. `once` names what makes a second opening the same one (the pages of a file within
 * a session): it is then written once, so a case of three hundred pages leaves a row for each of its files.
 */
export async function noteOpening(
  records: RecordStore,
  id: SubmissionId,
  once: string,
  entry: Omit<AuditEntry, 'by'>,
): Promise<void> {
  const body: AuditEntry = { ...entry, by: 'person' };
  await records.write([{ put: { pk: `SUB#${id}`, sk: `OPENED#${once}`, body }, expect: 'absent' }]);
}

/** That somebody took what leaves no other trace: each time is a row. */
export async function noteTaken(records: RecordStore, id: SubmissionId, entry: AuditEntry): Promise<void> {
  await noteAudit(records, (about) => auditWrite(id, entry, about));
}

/** What happened at the desk itself: sign-ins, roles, exports. By month, since it grows for ever. */
const deskPk = (month: string) => `DESK#AUDIT#${month}`;

export async function noteAtDesk(records: RecordStore, entry: AuditEntry): Promise<void> {
  await noteAudit(records, (about) => deskAuditWrite(entry, about));
}

/** `about` tells entries of one instant apart. */
export function deskAuditWrite(entry: AuditEntry, about = ''): Write {
  return auditRow({ pk: deskPk(entry.at.slice(0, 7)), prefix: '' }, entry, entry, about);
}

/** The newest entries of a month ("2026-11"), newest first. */
export async function listAtDesk(records: RecordStore, month: string, limit: number): Promise<HistoryEntry[]> {
  const { records: rows } = await records.list({ pk: deskPk(month), newestFirst: true, limit });
  return rows.map((row) => bodyOf(historyEntrySchema, row));
}
