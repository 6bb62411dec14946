import { type Session, sessionSchema } from '#shared/domain/session.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import { listAll } from './list-all.ts';
import { keyOfSecret } from './secret-key.ts';
import { bodyOf } from './stored-body.ts';

export type VersionedSession = { session: Session; version: number };

const sessionKey = (secret: string) => ({ pk: `SESSION#${keyOfSecret(secret)}`, sk: 'SESSION' });

/** index1 lists the sessions of one person, so that all can be ended at once. */
export function sessionWrite(secret: string, session: Session, version: number | null): Write {
  const index1 = { pk: `SESSIONS#${session.staffId}`, sk: session.startedAt };
  const put = { ...sessionKey(secret), body: session, index1 };
  return { put, expect: version === null ? 'absent' : { version } };
}

export async function findSession(records: RecordStore, secret: string): Promise<VersionedSession | null> {
  const record = await records.find(sessionKey(secret));
  return record ? { session: bodyOf(sessionSchema, record), version: record.version } : null;
}

export async function endSession(records: RecordStore, secret: string): Promise<void> {
  await records.write([{ remove: sessionKey(secret), expect: 'any' }]);
}

/** Ends the sessions of a person for which `isEnded` holds; all of them when it is left out. */
export async function endSessionsOf(
  records: RecordStore,
  staffId: StaffId,
  isEnded: (session: Session) => boolean = () => true,
): Promise<number> {
  const rows = await listAll(records, { pk: `SESSIONS#${staffId}`, index: 'index1' });
  const ended = rows.filter((row) => isEnded(bodyOf(sessionSchema, row)));
  for (const { pk, sk } of ended) await records.write([{ remove: { pk, sk }, expect: 'any' }]);
  return ended.length;
}
