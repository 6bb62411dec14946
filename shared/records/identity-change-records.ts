import { createHash } from 'node:crypto';
import { type IdentityChange, identityChangeSchema, isOpenChange } from '#shared/domain/identity-change.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { bodyOf } from './stored-body.ts';

export type VersionedChange = { change: IdentityChange; version: number };

const personPk = (specialistId: string) => `PERSON#${specialistId}`;
const keyOf = ({ specialistId, changeId }: Pick<IdentityChange, 'specialistId' | 'changeId'>) => {
  return { pk: personPk(specialistId), sk: `IDENTITY-CHANGE#${changeId}` };
};
const openPk = 'IDENTITY-CHANGES-OPEN';

/** The same wish, however often it comes, is one row. */
export function changeIdOf({ field, from, to }: Pick<IdentityChange, 'field' | 'from' | 'to'>): string {
  const text = [field, from, to].map((part) => part.trim().toLowerCase()).join('\n');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** index1 lists what somebody still has to do something about. */
export function identityChangeWrite(change: IdentityChange, version: number | null): Write {
  const place = { pk: openPk, sk: `${change.proposedAt}#${change.specialistId}#${change.changeId}` };
  const put = { ...keyOf(change), body: change, ...(isOpenChange(change) ? { index1: place } : {}) };
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findIdentityChange(
  records: RecordStore,
  key: Pick<IdentityChange, 'specialistId' | 'changeId'>,
): Promise<VersionedChange | null> {
  const row = await records.find(keyOf(key));
  return row ? { change: bodyOf(identityChangeSchema, row), version: row.version } : null;
}

export async function listIdentityChangesOf(records: RecordStore, specialistId: string): Promise<VersionedChange[]> {
  const rows = await listAll(records, { pk: personPk(specialistId), skStartsWith: 'IDENTITY-CHANGE#' });
  return rows.map((row) => ({ change: bodyOf(identityChangeSchema, row), version: row.version }));
}

/** The oldest first; `more` when there are others. */
export async function openIdentityChanges(
  records: RecordStore,
  limit: number,
): Promise<{ changes: IdentityChange[]; isMore: boolean }> {
  const page = await records.list({ pk: openPk, index: 'index1', limit });
  return { changes: page.records.map((row) => bodyOf(identityChangeSchema, row)), isMore: page.after !== undefined };
}
