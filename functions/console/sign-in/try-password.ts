import type { Staff, StaffId } from '#shared/domain/staff.ts';
import { oneMore, secondsToWait } from '#shared/domain/wrong-tries.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { PasswordHasher } from '#shared/ports/secrets.ts';
import { findPasswordHash, findStaffByName } from '#shared/records/staff-records.ts';
import {
  findTries,
  type StoredTries,
  triesOfDesk,
  triesOfName,
  triesWrite,
} from '#shared/records/wrong-try-records.ts';

export type PasswordPorts = { records: RecordStore; clock: Clock; passwords: PasswordHasher };
export type Tried =
  | { outcome: 'right'; staff: Staff }
  | { outcome: 'wrong'; of: StaffId | null }
  | { outcome: 'wait'; seconds: number };

/** Longer than any password here may be: nothing beyond is even hashed. */
const charactersMax = 300;

/** Looks at one password. What comes too soon after wrong ones is not looked at, and does not count either. */
export async function tryPassword(ports: PasswordPorts, typedName: string, password: string): Promise<Tried> {
  const { records, clock } = ports;
  const name = typedName.trim().toLowerCase().slice(0, charactersMax);
  const [ofName, ofDesk] = await Promise.all([findTries(records, triesOfName(name)), findTries(records, triesOfDesk)]);
  const now = clock.now();
  const seconds = Math.max(secondsToWait(ofName.tries, 'name', now), secondsToWait(ofDesk.tries, 'desk', now));
  if (seconds > 0) return { outcome: 'wait', seconds };
  const counted = await records.write([ofName, ofDesk].map((stored) => triesWrite(stored, oneMore(stored.tries, now))));
  // somebody tries at the same moment: one after the other, or side by side they would be many
  if (counted === 'conflict') return { outcome: 'wait', seconds: 1 };
  const known = (await findStaffByName(records, name))?.staff ?? null;
  const isRight = await isPasswordOf(ports, known, password);
  if (known === null || !isRight) return { outcome: 'wrong', of: known?.staffId ?? null };
  await forget(records, ofName, ofDesk);
  return { outcome: 'right', staff: known };
}

async function isPasswordOf({ records, passwords }: PasswordPorts, staff: Staff | null, password: string) {
  const hash = staff === null ? null : await findPasswordHash(records, staff.staffId);
  const isRight = await passwords.isRight(password.slice(0, charactersMax), hash);
  return isRight && staff !== null && staff.roles.length > 0;
}

/** A right one clears the name, and takes itself off the count of the desk. */
async function forget(records: RecordStore, ofName: StoredTries, ofDesk: StoredTries): Promise<void> {
  const next = (stored: StoredTries): StoredTries => ({ ...stored, version: (stored.version ?? 0) + 1 });
  await records.write([triesWrite(next(ofName), { ...ofName.tries, count: 0 })]);
  await records.write([triesWrite(next(ofDesk), ofDesk.tries)]);
}
