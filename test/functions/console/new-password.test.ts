import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addAccount, giveRoles, revokeAccount } from '#functions/console/sign-in/accounts.ts';
import { makeLink } from '#functions/console/sign-in/one-time-links.ts';
import type { Staff } from '#shared/domain/staff.ts';
import { aVisitor, type Visitor } from './a-visitor.ts';
import { type Desk, openDesk } from './desk.ts';

const [old, chosen] = ['four words no link between', 'other words nobody would join'];
let desk: Desk;
let dana: Staff;
const signIn = (by: Visitor, password: string) => by.post('/sign-in', { signInName: 'dana', password });

beforeEach(async () => {
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')));
  const added = await addAccount(desk.deps, { name: 'Dana', signInName: 'dana', roles: ['reviewer'] });
  if (added === null) throw new Error('the desk is new');
  dana = added;
  const link = await makeLink(desk.deps, dana.staffId, 'set-up');
  expect((await aVisitor(desk.console).post(link, { password: old, again: old })).status).toBe(303);
});

describe('a new password', () => {
  it('puts everybody out who signed in with the old one, and keeps in who chose it', async () => {
    const [owner, thief] = [aVisitor(desk.console), aVisitor(desk.console)];
    await signIn(thief, old);
    expect((await thief.get('/')).status).toBe(200);
    const link = await makeLink(desk.deps, dana.staffId, 'set-up');
    expect((await owner.post(link, { password: chosen, again: chosen })).status).toBe(303);
    expect((await thief.get('/')).status).toBe(303);
    expect((await owner.get('/')).status).toBe(200);
  });

  it('cannot be chosen for an account that was closed', async () => {
    await revokeAccount(desk.deps, 'dana');
    const link = await makeLink(desk.deps, dana.staffId, 'set-up');
    const visitor = aVisitor(desk.console);
    expect((await visitor.post(link, { password: chosen, again: chosen })).status).toBe(404);
    await giveRoles(desk.deps, 'dana', ['reviewer']);
    expect((await signIn(visitor, chosen)).status).toBe(401);
  });
});
