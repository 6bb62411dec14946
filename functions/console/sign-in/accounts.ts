import { TryAgain } from '#shared/domain/faults.ts';
import { type Role, type Staff, type StaffId, staffIdSchema, staffSchema } from '#shared/domain/staff.ts';
import type { Ids } from '#shared/ports/clock.ts';
import type { Write } from '#shared/ports/record-store.ts';
import { noteAtDesk } from '#shared/records/history-records.ts';
import { removeLinksOf } from '#shared/records/one-time-link-records.ts';
import { endSessionsOf } from '#shared/records/session-records.ts';
import {
  addStaff,
  findPasswordHash,
  findStaff,
  findStaffByName,
  listStaff,
  passwordRemoval,
  staffCheck,
  staffWrite,
} from '#shared/records/staff-records.ts';
import { makeLink } from './one-time-links.ts';
import type { SessionPorts } from './sessions.ts';

/** `by` is who does it; left out where it is done at the command line of the machine. */
export type AccountPorts = SessionPorts & { ids: Ids; by?: StaffId };
export type NewAccount = { name: string; signInName: string; roles: readonly Role[] };

/** A new member of the staff. Null when somebody has that sign-in name. */
export async function addAccount(ports: AccountPorts, account: NewAccount): Promise<Staff | null> {
  const { records, ids } = ports;
  const signInName = account.signInName.trim().toLowerCase();
  const roles = [...new Set(account.roles)];
  const staffId = staffIdSchema.parse(`staff_${ids.next()}`);
  const staff = staffSchema.parse({ staffId, name: account.name.trim(), signInName, roles });
  if ((await addStaff(records, staff)) === 'conflict') return null;
  await note(ports, 'account-added', [staffId, ...roles]);
  return staff;
}

/**
 * Takes effect at once: every session of theirs ends, and they sign in anew. Null when there is no such person, or when it cannot
 * be done: who does it has to be an admin still at the moment of the write, so of two who close each other one stays.
 */
export async function giveRoles(
  ports: AccountPorts,
  signInName: string,
  roles: readonly Role[],
): Promise<Staff | null> {
  const found = await findStaffByName(ports.records, signInName);
  if (found === null) return null;
  const staff = { ...found.staff, roles: [...new Set(roles)] };
  const author = await authorCheck(ports, staff.staffId);
  if (author === null) return null;
  if ((await ports.records.write([staffWrite(staff, found.version), ...author])) === 'conflict') return null;
  await endSessionsOf(ports.records, staff.staffId);
  await note(ports, roles.length === 0 ? 'account-revoked' : 'roles-given', [staff.staffId, ...staff.roles]);
  return staff;
}

/** Null when the author is no admin any more. At the command line, and of one's own row, there is nothing to check. */
async function authorCheck({ records, by }: AccountPorts, changed: StaffId): Promise<Write[] | null> {
  if (by === undefined || by === changed) return [];
  const author = await findStaff(records, by);
  return author?.staff.roles.includes('admin') ? [staffCheck(author)] : null;
}

/** No roles, no password, no link, no session. The row stays: what they did keeps their name. */
export async function revokeAccount(ports: AccountPorts, signInName: string): Promise<Staff | null> {
  const revoked = await giveRoles(ports, signInName, []);
  if (revoked === null) return null;
  await ports.records.write([passwordRemoval(revoked.staffId)]);
  await removeLinksOf(ports.records, revoked.staffId);
  return revoked;
}

/** A link with which they choose a password. Whatever they had stays good until then. */
export async function setUpLink(ports: AccountPorts, staffId: StaffId): Promise<string> {
  await note(ports, 'link-made', [staffId]);
  return makeLink(ports, staffId, 'set-up');
}

function note({ records, clock, by }: AccountPorts, action: string, codes: string[]): Promise<void> {
  return noteAtDesk(records, { at: clock.now(), by: 'person', action, codes, ...(by ? { who: by } : {}) });
}

const firstSignInName = 'office';
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
  return first === null ? null : setUpLink(ports, first.staffId);
}

/** The demo signs in without a password: there is nothing real in it. */
export async function demoLink(ports: AccountPorts): Promise<string> {
  const account = { name: 'Demo Reviewer', signInName: 'demo', roles: ['reviewer', 'supervisor', 'auditor'] as const };
  const demo = (await addAccount(ports, account)) ?? (await findStaffByName(ports.records, account.signInName))?.staff;
  if (!demo) throw new TryAgain('the account of the demo was changed while it was made');
  return makeLink(ports, demo.staffId, 'sign-in');
}
