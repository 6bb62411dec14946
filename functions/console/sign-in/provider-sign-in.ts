import { createHash } from 'node:crypto';
import { roleSchema, type Staff, staffIdSchema, staffSchema } from '#shared/domain/staff.ts';
import type { ProvenPerson, SignInProvider } from '#shared/ports/sign-in-provider.ts';
import { noteAtDesk } from '#shared/records/history-records.ts';
import { keyOfSecret } from '#shared/records/secret-key.ts';
import { endSessionsOf } from '#shared/records/session-records.ts';
import { putOpenSignIn, takeOpenSignIn } from '#shared/records/sign-in-ticket-records.ts';
import { findStaff, staffWrite } from '#shared/records/staff-records.ts';
import { beginSession, type NewSession, type SessionPorts } from './sessions.ts';

type Ports = SessionPorts & { provider: SignInProvider };

const minutesOnTheWay = 10;

/** Where to send them, and what their browser must bring back to prove that it is the same. */
export async function beginAtProvider(
  { records, clock, secrets, provider }: Ports,
  { to, again }: { to: string; again: boolean },
): Promise<{ address: string; browserSecret: string }> {
  const { address, ticket } = await provider.begin(again);
  const browserSecret = secrets.next();
  const now = clock.now();
  const validUntil = new Date(Date.parse(now) + minutesOnTheWay * 60_000).toISOString();
  await putOpenSignIn(records, { ticket, browser: keyOfSecret(browserSecret), to, validUntil }, now);
  return { address, browserSecret };
}

export type Returned =
  | { outcome: 'signed-in'; staff: Staff; begun: NewSession; to: string }
  | { outcome: 'no-role' }
  | { outcome: 'unproven' };

/** They came back: is it the one we sent, in the same browser, and does the provider vouch for somebody with a role here? */
export async function finishAtProvider(ports: Ports, query: string, browserSecret: string | null): Promise<Returned> {
  const state = new URLSearchParams(query).get('state');
  const open = state === null ? null : await takeOpenSignIn(ports.records, state);
  const isSame = open !== null && browserSecret !== null && keyOfSecret(browserSecret) === open.browser;
  if (open === null || !isSame || !(ports.clock.now() < open.validUntil)) return { outcome: 'unproven' };
  const person = await ports.provider.finish(query, open.ticket);
  if (person === null) return { outcome: 'unproven' };
  const staff = await noteStaff(ports, person);
  if (staff.roles.length === 0) return { outcome: 'no-role' };
  const begun = await beginSession(ports, staff.staffId, [], person.provenAt);
  return begun === null ? { outcome: 'unproven' } : { outcome: 'signed-in', staff, begun, to: open.to };
}

/** The provider's word on who they are and what they may do, as of this sign-in. Other roles than before end what was open. */
async function noteStaff({ records, clock }: Ports, person: ProvenPerson): Promise<Staff> {
  const digest = createHash('sha256').update(`${person.issuer}\n${person.subject}`).digest('hex');
  const staffId = staffIdSchema.parse(`staff_${digest.slice(0, 32)}`);
  const roles = person.groups.flatMap((group) => roleSchema.safeParse(group).data ?? []);
  const [name, signInName] = [person.name.slice(0, 100), person.signInName.slice(0, 200)];
  const staff = staffSchema.parse({ staffId, name, roles: [...new Set(roles)].sort(), signInName });
  const before = await findStaff(records, staffId);
  if (before !== null && JSON.stringify(before.staff) === JSON.stringify(staff)) return staff;
  // roles nobody has and nobody had are not worth a row
  if (before === null && staff.roles.length === 0) return staff;
  await records.write([staffWrite(staff, before?.version ?? null)]);
  if (before === null || String(before.staff.roles) !== String(staff.roles)) {
    await endSessionsOf(records, staffId);
    const codes = [staffId, ...staff.roles];
    await noteAtDesk(records, { at: clock.now(), by: 'machine', action: 'roles-given', codes });
  }
  return staff;
}
