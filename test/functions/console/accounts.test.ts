import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { giveRoles } from '#functions/console/sign-in/accounts.ts';
import { findStaffByName, listStaff } from '#shared/records/staff-records.ts';
import { aVisitor } from './a-visitor.ts';
import { type Desk, openDesk, type SignedIn } from './desk.ts';

const password = 'four words no link between';
let desk: Desk;
let admin: SignedIn;
let now: string;

beforeEach(async () => {
  now = '2026-11-22T14:00:00.000Z';
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { clock: { now: () => now } });
  admin = desk.as('admin');
});

const dana = { name: 'Dana <b>Fontenot', signInName: 'Dana@office.example', role: 'reviewer' };
const linkIn = (page: string) => /http:\/\/localhost(\/link\/[\w-]{43})/.exec(page)?.[1] ?? 'none';
const staffIdOf = async (name: string) => (await findStaffByName(desk.records, name))?.staff.staffId ?? 'nobody';

/** Dana, who chose her password by the link that the admin was shown. */
async function danaWorksHere() {
  const answer = await admin.post('/accounts', dana);
  const visitor = aVisitor(desk.console);
  await visitor.post(linkIn(await answer.text()), { password, again: password });
  expect((await visitor.get('/')).status).toBe(200);
  return { visitor, at: `/accounts/${await staffIdOf('dana@office.example')}` };
}

describe('the accounts of a desk', () => {
  it('begin with a link that the admin is shown once', async () => {
    await danaWorksHere();
    const page = await (await admin.request('/accounts')).text();

    expect(linkIn(page)).toBe('none');
    expect(page).toContain('Dana &lt;b&gt;Fontenot');
    expect(page).toContain('(reviewer)');
  });

  it('have the roles the admin gives them, at once and in every browser', async () => {
    const { visitor, at } = await danaWorksHere();
    const answer = await admin.post(`${at}/roles`, { role: 'auditor' });

    expect(await answer.text()).toContain('is now auditor');
    expect((await visitor.get('/')).status).toBe(303);
    const signedIn = await visitor.post('/sign-in', { signInName: 'dana@office.example', password });
    expect(signedIn.headers.get('location')).toBe('/audit');
  });

  it('get a new link when the password is lost; the old password counts until then', async () => {
    const { at } = await danaWorksHere();
    const link = linkIn(await (await admin.post(`${at}/link`)).text());
    const visitor = aVisitor(desk.console);
    const signIn = (typed: string) => visitor.post('/sign-in', { signInName: 'dana@office.example', password: typed });
    expect((await signIn(password)).status).toBe(303);
    await visitor.post(link, { password: `${password} now`, again: `${password} now` });
    expect((await signIn(password)).status).toBe(401);
    expect((await signIn(`${password} now`)).status).toBe(303);
  });

  it('are closed at once, and stay known by name in what they did', async () => {
    const { visitor, at } = await danaWorksHere();
    expect(await (await admin.post(`${at}/close`)).text()).toContain('can no longer sign in');

    expect((await visitor.get('/')).status).toBe(303);
    expect((await visitor.post('/sign-in', { signInName: 'dana@office.example', password })).status).toBe(401);
    expect((await admin.post(`${at}/link`)).status).toBe(422);
    expect((await listStaff(desk.records)).map(({ name }) => name)).toContain('Dana <b>Fontenot');
  });

  it.each([
    ['no role', { ...dana, role: '' }, 'Choose at least one role'],
    ['a role that is none', { ...dana, role: 'owner' }, 'Choose at least one role'],
    ['no name', { ...dana, name: '  ' }, 'Give a name'],
    ['a name somebody has', { ...dana, signInName: 'ADMIN' }, 'Somebody has this sign-in name'],
  ])('are not made with %s', async (_what, fields, sentence) => {
    const answer = await admin.post('/accounts', fields);

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
    expect(await listStaff(desk.records)).toHaveLength(1);
  });

  it('are never one’s own to change, so that nobody locks everybody out', async () => {
    await admin.request('/accounts');
    for (const change of ['roles', 'close', 'link']) {
      const answer = await admin.post(`/accounts/${admin.staff.staffId}/${change}`, { role: 'reviewer' });
      expect(answer.status).toBe(422);
    }
    expect((await admin.request('/accounts')).status).toBe(200);
  });

  it.each(['staff_00000000000000000000', 'nobody', '..'])('are not found under %s', async (staffId) => {
    expect((await admin.post(`/accounts/${staffId}/roles`, { role: 'admin' })).status).toBe(404);
  });

  it('leave a trail: who gave whom which roles', async () => {
    const { at } = await danaWorksHere();
    await admin.post(`${at}/roles`, { role: 'auditor' });
    const page = (await (await desk.as('auditor').request('/audit')).text())
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');

    expect(page).toContain('Robin Admin Changed the roles of an account Dana &lt;b&gt;Fontenot auditor');
    expect(page).toContain('Robin Admin Added an account Dana &lt;b&gt;Fontenot reviewer');
  });

  it('ask again who it is after ten minutes, and lead back to the page', async () => {
    await admin.request('/accounts');
    now = '2026-11-22T14:11:00.000Z';
    expect((await admin.request('/accounts')).headers.get('location')).toBe('/prove?to=%2Faccounts');
    const answer = await admin.post('/accounts', dana);
    expect(answer.headers.get('location')).toMatch(/^\/prove\?to=/);
    expect(await listStaff(desk.records)).toHaveLength(1);
  });
});

describe('two admins who close, or demote, each other at one moment', () => {
  it.each([
    ['closed', []],
    ['made reviewers', ['reviewer' as const]],
  ])('one of them stays an admin when both would be %s', async (_what, roles) => {
    await admin.post('/accounts', { name: 'Bea', signInName: 'bea@office.example', role: 'admin' });
    const [one, other] = [
      await findStaffByName(desk.records, 'admin'),
      await findStaffByName(desk.records, 'bea@office.example'),
    ];
    if (!one || !other) throw new Error('both have an account');
    const ports = { ...desk.deps, records: desk.records };
    const done = await Promise.all([
      giveRoles({ ...ports, by: one.staff.staffId }, other.staff.signInName, roles),
      giveRoles({ ...ports, by: other.staff.staffId }, one.staff.signInName, roles),
    ]);
    expect(done.filter((answer) => answer !== null)).toHaveLength(1);
    expect((await listStaff(desk.records)).filter((staff) => staff.roles.includes('admin'))).toHaveLength(1);
  });
});
