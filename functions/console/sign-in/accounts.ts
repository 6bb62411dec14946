import { TryAgain } from '#shared/domain/faults.ts';
import { type Role, type Staff, staffIdSchema, staffSchema } from '#shared/domain/staff.ts';
import type { Ids } from '#shared/ports/clock.ts';
import { removeLinksOf } from '#shared/records/one-time-link-records.ts';
import { endSessionsOf } from '#shared/records/session-records.ts';
import {
  addStaff,
  findPasswordHash,
  findStaffByName,
  listStaff,
  passwordRemoval,
  staffWrite,
} from '#shared/records/staff-records.ts';
import { makeLink } from './one-time-links.ts';
import type { SessionPorts } from './sessions.ts';

export type AccountPorts = SessionPorts & { ids: Ids };
export type NewAccount = { name: string; signInName: string; roles: readonly Role[] };

/** A new member of the staff. Null when somebody has that sign-in name. */
export async function addAccount({ records, ids }: AccountPorts, account: NewAccount): Promise<Staff | null> {
  const signInName = account.signInName.trim().toLowerCase();
  const roles = [...new Set(account.roles)];
  const staffId = staffIdSchema.parse(`staff_${ids.next()}`);
  const staff = staffSchema.parse({ staffId, name: account.name.trim(), signInName, roles });
  return (await addStaff(records, staff)) === 'written' ? staff : null;
}

/** Takes effect at once: every session of theirs ends, and they sign in anew. Null when there is no such person. */
export async function giveRoles(
  ports: SessionPorts,
  signInName: string,
  roles: readonly Role[],
): Promise<Staff | null> {
  const found = await findStaffByName(ports.records, signInName);
  if (found === null) return null;
  const staff = { ...found.staff, roles: [...new Set(roles)] };
  if ((await ports.records.write([staffWrite(staff, found.version)])) === 'conflict') return null;
  await endSessionsOf(ports.records, staff.staffId);
  return staff;
}

/** No roles, no password, no link, no session. The row stays: what they did keeps their name. */
export async function revokeAccount(ports: SessionPorts, signInName: string): Promise<Staff | null> {
  const revoked = await giveRoles(ports, signInName, []);
  if (revoked === null) return null;
  await ports.records.write([passwordRemoval(revoked.staffId)]);
  await removeLinksOf(ports.records, revoked.staffId);
  return revoked;
}

export const firstSignInName = 'office';
/** One person can begin alone: decide, see what happened, and give others their accounts. */
const firstRoles: readonly Role[] = ['reviewer', 'supervisor', 'admin'];

/** While nobody has chosen a password yet: a link for the first account. Null from then on. */
export async function firstLink(ports: AccountPorts): Promise<string | null> {
  const staff = await listStaff(ports.records);
  const hashes = await Promise.all(staff.map(({ staffId }) => findPasswordHash(ports.records, staffId)));
  if (hashes.some((hash) => hash !== null)) return null;
  const first =
    staff.find(({ signInName }) => signInName === firstSignInName) ??
    (await addAccount(ports, { name: 'Office', signInName: firstSignInName, roles: firstRoles }));
  return first === null ? null : makeLink(ports, first.staffId, 'set-up');
}

/** The demo signs in without a password: there is nothing real in it. */
export async function demoLink(ports: AccountPorts): Promise<string> {
  const account = { name: 'Demo Reviewer', signInName: 'demo', roles: ['reviewer', 'supervisor', 'auditor'] as const };
  const demo = (await addAccount(ports, account)) ?? (await findStaffByName(ports.records, account.signInName))?.staff;
  if (!demo) throw new TryAgain('the account of the demo was changed while it was made');
  return makeLink(ports, demo.staffId, 'sign-in');
}
