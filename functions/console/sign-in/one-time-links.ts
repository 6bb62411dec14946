import type { Staff } from '#shared/domain/staff.ts';
import type { PasswordHasher } from '#shared/ports/secrets.ts';
import { findLink, type OneTimeLink, putLink } from '#shared/records/one-time-link-records.ts';
import { endSessionsOf } from '#shared/records/session-records.ts';
import { findStaff, passwordWrite } from '#shared/records/staff-records.ts';
import { beginSession, type NewSession, type SessionPorts } from './sessions.ts';

const hoursValid = 24;

/** The path of a link that works once, within a day. */
export async function makeLink(
  { records, clock, secrets }: SessionPorts,
  staffId: Staff['staffId'],
  does: OneTimeLink['does'],
): Promise<string> {
  const secret = secrets.next();
  const validUntil = new Date(Date.parse(clock.now()) + hoursValid * 3_600_000).toISOString();
  await putLink(records, secret, { staffId, does, validUntil });
  return `/link/${secret}`;
}

export type OpenLink = { staff: Staff; does: OneTimeLink['does'] };

/** What the link is for. Null when it was used, is too old, or never was. Looking at it does not use it up. */
export async function openLink({ records, clock }: SessionPorts, secret: string): Promise<OpenLink | null> {
  const found = await findLink(records, secret);
  if (found === null || !(clock.now() < found.link.validUntil)) return null;
  const known = await findStaff(records, found.link.staffId);
  // whose account was closed chooses no password that would hold when it is opened again
  return known === null || known.staff.roles.length === 0 ? null : { staff: known.staff, does: found.link.does };
}

/** Uses the link up, keeps the password that was chosen, and signs in: all or nothing. Null when another was first. */
export async function useLink(
  ports: SessionPorts & { passwords: PasswordHasher },
  secret: string,
  password: string | null,
): Promise<NewSession | null> {
  const hash = password === null ? null : await ports.passwords.hash(password);
  const [opened, found] = await Promise.all([openLink(ports, secret), findLink(ports.records, secret)]);
  if (opened === null || found === null || (opened.does === 'set-up') !== (hash !== null)) return null;
  const { staffId } = opened.staff;
  const chosen = hash === null ? [] : [passwordWrite(staffId, hash)];
  const begun = await beginSession(ports, staffId, [found.useUp, ...chosen]);
  // a new password is often the answer to an old one that others knew: whoever signed in with that is out
  if (begun !== null && hash !== null)
    await endSessionsOf(ports.records, staffId, ({ formKey }) => formKey !== begun.session.formKey);
  return begun;
}

export const passwordCharactersMin = 15;
const passwordCharactersMax = 200;

/** What is wrong with a new password, in a sentence; null when nothing is. */
export function refusedPassword(password: string, again: string, signInName: string): string | null {
  if (password.length < passwordCharactersMin) return `Use at least ${passwordCharactersMin} characters.`;
  if (password.length > passwordCharactersMax) return `Use at most ${passwordCharactersMax} characters.`;
  if (new Set(password).size < 5) return 'Use more different characters.';
  if (password.toLowerCase().includes(signInName)) return 'Leave your sign-in name out of the password.';
  return password === again ? null : 'The two passwords differ. Type the same one twice.';
}
