import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import type { AuditEntry } from './audit-records.ts';
import { type HistoryEntry, historyEntrySchema } from './history-records.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

const personPk = (specialistId: string) => `PERSON#${specialistId}`;

/**
 * What happened to somebody's row on the roster, and what was said about them to others. Never changed after. `beside` is kept in
 * the row: what stood there before.
 */
export function personAuditWrite(specialistId: string, entry: AuditEntry, beside: object = {}): Write {
  const sk = `AUDIT#${entry.at}#${entry.action}`;
  return { put: { pk: personPk(specialistId), sk, body: { ...beside, ...entry } }, expect: 'any' };
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
