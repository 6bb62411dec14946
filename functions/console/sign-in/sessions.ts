import { hoursMax, isOver, isWorthNoting, type Session } from '#shared/domain/session.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore, Write } from '#shared/ports/record-store.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { endSession, endSessionsOf, findSession, sessionWrite } from '#shared/records/session-records.ts';
import { findStaff } from '#shared/records/staff-records.ts';
import type { Asker } from '../handlers.ts';

export type SessionPorts = { records: RecordStore; clock: Clock; secrets: Secrets };

export type NewSession = { secret: string; session: Session; write: Write };

const longAgo = '1970-01-01T00:00:00.000Z';

/** A new session, always under a new key: one that somebody else chose or saw is never taken over. */
export function newSession(
  { clock, secrets }: Omit<SessionPorts, 'records'>,
  staffId: StaffId,
  provenAt: string | null = clock.now(),
): NewSession {
  const now = clock.now();
  const session: Session = {
    staffId,
    startedAt: now,
    seenAt: now,
    provenAt: provenAt ?? longAgo,
    formKey: secrets.next(),
  };
  const secret = secrets.next();
  return { secret, session, write: sessionWrite(secret, session, null) };
}

/** Writes the session with what let it begin, all or nothing, and clears the sessions of this person that are over. */
export async function beginSession(
  ports: SessionPorts,
  staffId: StaffId,
  together: readonly Write[] = [],
  provenAt?: string | null,
): Promise<NewSession | null> {
  const begun = newSession(ports, staffId, provenAt);
  if ((await ports.records.write([begun.write, ...together])) === 'conflict') return null;
  await endSessionsOf(ports.records, staffId, (session) => isOver(session, ports.clock.now()));
  return begun;
}

/**
 * Whose session it is, as their roles stand now. Null when it is over, was ended, or the person is gone. `isPresent`: a person
 * asked, not a page by itself, so their half hour begins anew. `hours`: how long a session lasts in all.
 */
export async function findAsker(
  { records, clock }: SessionPorts,
  secret: string,
  { isPresent, hours }: { isPresent: boolean; hours: number } = { isPresent: true, hours: hoursMax },
): Promise<Asker | null> {
  const found = await findSession(records, secret);
  if (found === null) return null;
  const now = clock.now();
  if (isOver(found.session, now, hours)) {
    await endSession(records, secret);
    return null;
  }
  const known = await findStaff(records, found.session.staffId);
  if (known === null || known.staff.roles.length === 0) return null;
  const session = { ...found.session, seenAt: now };
  // a conflict means that another request of the same person noted it
  if (isPresent && isWorthNoting(found.session, now))
    await records.write([sessionWrite(secret, session, found.version)]);
  return { staff: known.staff, session: found.session, secret };
}

/** They proved once more who they are. */
export async function noteProof({ records, clock }: SessionPorts, secret: string): Promise<void> {
  const found = await findSession(records, secret);
  if (found === null) return;
  const session = { ...found.session, provenAt: clock.now() };
  await records.write([sessionWrite(secret, session, found.version)]);
}
