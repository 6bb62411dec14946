import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { type AuditEntry, auditRow, noteAudit } from './audit-records.ts';
import { type HistoryEntry, historyEntrySchema } from './history-records.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const personPk = (specialistId: string) => `PERSON#${specialistId}`;

/**
 * What happened to somebody's row on the roster, and what was said about them to others. Never changed after. `beside` is kept in
 * the row: what stood there before.
 */
export function personAuditWrite(specialistId: string, entry: AuditEntry, beside: object = {}, about = ''): Write {
  return auditRow({ pk: personPk(specialistId), prefix: 'AUDIT#' }, entry, { ...beside, ...entry }, about);
}

/** That somebody took a letter about a person: each time is a row. */
export async function noteLetterTaken(records: RecordStore, specialistId: string, entry: AuditEntry): Promise<void> {
  await noteAudit(records, (about) => personAuditWrite(specialistId, entry, {}, about));
}

/** That somebody looked at a person's page. `once` names what makes a second look the same one. */
export async function notePersonOpened(
  records: RecordStore,
  specialistId: string,
  once: string,
  entry: Omit<AuditEntry, 'by'>,
): Promise<void> {
  const body: AuditEntry = { ...entry, by: 'person' };
  await records.write([{ put: { pk: personPk(specialistId), sk: `OPENED#${once}`, body }, expect: 'absent' }]);
}

/** Oldest first. */
export async function listPersonHistory(records: RecordStore, specialistId: string): Promise<HistoryEntry[]> {
  const pk = personPk(specialistId);
  const lists = await Promise.all(['AUDIT#', 'OPENED#'].map((skStartsWith) => listAll(records, { pk, skStartsWith })));
  const entries = lists.flat().map((row) => bodyOf(historyEntrySchema, row));
  return entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
