import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addAccount, demoLink, firstLink, giveRoles, revokeAccount } from '#functions/console/sign-in/accounts.ts';
import { makeLink } from '#functions/console/sign-in/one-time-links.ts';
import { findAsker } from '#functions/console/sign-in/sessions.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { listAll } from '#shared/records/list-all.ts';
import { aVisitor, type Visitor } from './a-visitor.ts';
import { type Desk, openDesk } from './desk.ts';

const password = 'four words no link between';
let now: string;
let desk: Desk;
let visitor: Visitor;
const later = (minutes: number) => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
};
const ports = () => ({ ...desk.deps, ids: systemIds() });

beforeEach(async () => {
  now = '2026-11-22T14:00:00.000Z';
  desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { clock: { now: () => now } });
  visitor = aVisitor(desk.console);
});

/** Dana has an account and has chosen her password. */
async function danaHasAPassword(): Promise<void> {
  const dana = await addAccount(ports(), { name: 'Dana', signInName: 'Dana@example.org', roles: ['reviewer'] });
  const link = await makeLink(ports(), dana?.staffId ?? fail(), 'set-up');
  expect((await aVisitor(desk.console).post(link, { password, again: password })).status).toBe(303);
}
const fail = (): never => {
  throw new Error('nobody was added');
};
const signIn = (typed: string = password, by: Visitor = visitor) =>
  by.post('/sign-in', { signInName: ' dana@EXAMPLE.org ', password: typed });

describe('a local account', () => {
  it('begins with a link that lets its holder choose a password, once, and signs them in', async () => {
    const link = (await firstLink(ports())) ?? '';
    const page = await visitor.text(link);
    expect(page).toContain('Choose your password');
    expect(page).toContain('<bdi>office</bdi>');

    const chosen = await visitor.post(link, { password, again: password });
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/']);
    expect((await visitor.get('/')).status).toBe(200);
    expect((await aVisitor(desk.console).get(link)).status).toBe(404);
    expect((await aVisitor(desk.console).post(link, { password, again: password })).status).toBe(404);
    expect(await firstLink(ports())).toBeNull();
  });

  it('can be set up by one only, when two use the link at the same moment', async () => {
    const link = (await firstLink(ports())) ?? '';
    const both = await Promise.all(
      [visitor, aVisitor(desk.console)].map((one) => one.post(link, { password, again: password })),
    );

    expect(both.map(({ status }) => status).sort()).toEqual([303, 404]);
  });

  it('has a link for a day, and only the newest one counts', async () => {
    const first = (await firstLink(ports())) ?? '';
    const second = (await firstLink(ports())) ?? '';
    expect((await visitor.get(first)).status).toBe(404);
    later(24 * 60 - 1);
    expect((await visitor.get(second)).status).toBe(200);
    later(1);
    expect((await visitor.get(second)).status).toBe(404);
  });

  it.each([
    ['short', 'short', 'Use at least 15 characters.'],
    ['aaaaaaaaaaaaaaaaaaaa', 'aaaaaaaaaaaaaaaaaaaa', 'Use more different characters.'],
    ['the office of many words', 'the office of many words', 'Leave your sign-in name out'],
    [password, `${password}s`, 'The two passwords differ.'],
  ])('takes no password such as %s', async (typed, again, trouble) => {
    const link = (await firstLink(ports())) ?? '';
    const answer = await visitor.post(link, { password: typed, again });

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(trouble);
    expect((await visitor.get(link)).status).toBe(200);
  });

  it('keeps neither password nor key of a session nor link in the store, only what they are checked by', async () => {
    await danaHasAPassword();
    await signIn();
    const link = await demoLink(ports());
    const people = await listAll(desk.records, { pk: 'STAFF', index: 'index1' });
    const rows = await Promise.all(people.map(({ pk }) => listAll(desk.records, { pk })));
    const sessions = await listAll(desk.records, { pk: `SESSIONS#${people[1]?.pk.slice(6)}`, index: 'index1' });
    const stored = JSON.stringify([rows, sessions]);

    expect(stored).toContain('scrypt$');
    for (const secret of [password, link.slice('/link/'.length), visitor.cookie('desk') ?? '-'])
      expect(stored).not.toContain(secret);
  });

  it('B204: ends at once for whoever is revoked, in every browser', async () => {
    await danaHasAPassword();
    const other = aVisitor(desk.console);
    await signIn();
    await signIn(password, other);
    await revokeAccount(ports(), 'dana@example.org');

    expect((await visitor.get('/')).status).toBe(303);
    expect((await other.get('/')).status).toBe(303);
    expect((await signIn()).status).toBe(401);
  });

  it('has its new roles at once, after signing in anew', async () => {
    await danaHasAPassword();
    await signIn();
    await giveRoles(ports(), 'dana@example.org', ['auditor']);

    expect((await visitor.get('/')).headers.get('location')).toBe('/sign-in');
    await signIn();
    expect((await visitor.get('/')).status).toBe(403);
  });

  it('is one of its kind: no second person gets the same sign-in name', async () => {
    await danaHasAPassword();
    const second = { name: 'Other', signInName: 'DANA@example.org', roles: ['admin'] as const };
    expect(await addAccount(ports(), second)).toBeNull();
  });
});

describe('signing in', () => {
  it('says the same of a wrong password and of a name nobody has', async () => {
    await danaHasAPassword();
    const wrong = await signIn('not the right one');
    const unknown = await visitor.post('/sign-in', { signInName: 'nobody', password });

    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(await wrong.text()).toBe(await unknown.text());
  });

  it('B207: makes whoever guesses wait longer and longer, but never locks the office out', async () => {
    await danaHasAPassword();
    const statuses = [];
    for (let guess = 0; guess < 6; guess += 1) statuses.push((await signIn(`guess ${guess}`)).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429, 429]);
    expect((await signIn()).status).toBe(429);
    expect((await visitor.post('/sign-in', { signInName: 'somebody else', password })).status).toBe(401);
    later(1);
    expect((await signIn()).status).toBe(303);
  });

  it('looks at guesses made side by side one after the other', async () => {
    await danaHasAPassword();
    const guesses = Array.from({ length: 20 }, (_, guess) => signIn(`guess ${guess}`, aVisitor(desk.console)));
    const looked = (await Promise.all(guesses)).filter(({ status }) => status === 401);

    expect(looked.length).toBeLessThanOrEqual(3);
  });

  it('slows down guessing over many names', async () => {
    const statuses: number[] = [];
    for (let name = 0; name < 40; name += 1)
      statuses.push((await visitor.post('/sign-in', { signInName: `name ${name}`, password })).status);
    expect(statuses.indexOf(429)).toBe(30);
  });

  it('leads on to the page that was asked for, and nowhere else', async () => {
    await danaHasAPassword();
    const asked = (await visitor.get('/outbox?page=2')).headers.get('location') ?? '';
    expect(asked).toBe('/sign-in?to=%2Foutbox%3Fpage%3D2');
    expect(await visitor.text(asked)).toContain('name="to" value="/outbox?page=2"');
    for (const to of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\tx', 'javascript:alert(1)']) {
      const answer = await visitor.post('/sign-in', { signInName: 'dana@example.org', password, to });
      expect(answer.headers.get('location')).toBe('/');
    }
  });

  it('gives a new key each time, and makes the one of before worthless', async () => {
    await danaHasAPassword();
    await signIn();
    const before = visitor.cookie('desk');
    await signIn();
    const thief = aVisitor(desk.console, { desk: before ?? '' });

    expect(visitor.cookie('desk')).not.toBe(before);
    expect((await thief.get('/')).status).toBe(303);
  });
});

describe('a session', () => {
  beforeEach(danaHasAPassword);

  it('B205: ends after half an hour without a request', async () => {
    await signIn();
    later(29);
    expect((await visitor.get('/')).status).toBe(200);
    later(29);
    expect((await visitor.get('/')).status).toBe(200);
    later(30);
    expect((await visitor.get('/')).status).toBe(303);
  });

  it('is not kept alive by what an open page asks by itself', async () => {
    await signIn();
    const secret = visitor.cookie('desk') ?? '';
    later(20);
    expect(await findAsker(desk.deps, secret, { isPresent: false, hours: 12 })).not.toBeNull();
    later(10);
    expect(await findAsker(desk.deps, secret, { isPresent: false, hours: 12 })).toBeNull();
  });

  it('ends after twelve hours, however busy', async () => {
    await signIn();
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      expect((await visitor.get('/')).status).toBe(200);
      later(20);
    }
    expect((await visitor.get('/')).status).toBe(200);
    later(20);
    expect((await visitor.get('/')).status).toBe(303);
  });

  it('ends with signing out, for whoever holds its key', async () => {
    await signIn();
    const copy = aVisitor(desk.console, { desk: visitor.cookie('desk') ?? '' });
    expect((await copy.get('/')).status).toBe(200);
    const answer = await visitor.post('/sign-out', { formKey: visitor.formKey(await visitor.text('/')) });

    expect(answer.headers.get('location')).toBe('/signed-out');
    expect(visitor.cookie('desk')).toBeUndefined();
    expect((await copy.get('/')).status).toBe(303);
    expect(await visitor.text('/signed-out')).toContain('You are signed out');
  });

  it('travels in a cookie that no script and no other site can use', async () => {
    await visitor.get('/sign-in');
    const set = (await signIn()).headers.getSetCookie().join();
    expect(set).toMatch(/^__Host-desk=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const withoutProbe = (await signIn(password, aVisitor(desk.console))).headers.getSetCookie().join();
    expect(withoutProbe).toMatch(/^desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('takes over https only the cookie that is bound to https and this host', async () => {
    const own = { clock: { now: () => now }, records: desk.records, publicUrl: 'https://desk.example.org' };
    const behindTls = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), own);
    const one = aVisitor(behindTls.console);
    await signIn(password, one);
    expect(one.setLast()).toContain('__Host-desk=');
    const secret = one.cookie('desk') ?? '';
    const asked = (name: string) => behindTls.console.request('/', { headers: { cookie: `${name}=${secret}` } });
    expect((await asked('__Host-desk')).status).toBe(200);
    expect((await asked('desk')).status).toBe(303);
  });

  it('that ended keeps what was typed, and sends it when asked to after signing in', async () => {
    await signIn();
    const typed = { reason: 'The <b>hours</b> are "read" twice', password: 'a password by mistake' };
    later(31);
    const page = await visitor.post('/prove', { ...typed, formKey: 'old' });
    const text = await page.text();
    expect(page.status).toBe(401);
    expect(text).toContain('What you typed is kept');
    const kept = /name="kept" value="([^"]+)"/.exec(text)?.[1]?.replaceAll('&quot;', '"').replaceAll('&lt;', '<') ?? '';
    const back = await visitor.post('/sign-in', {
      signInName: 'dana@example.org',
      password,
      kept: kept.replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
    });
    const again = await back.text();
    expect(again).toContain('action="/prove"');
    expect(`${text}${again}`).not.toContain('a password by mistake');
    expect(again).toContain('>The &lt;b&gt;hours&lt;/b&gt; are &quot;read&quot; twice</textarea>');
    expect((await visitor.post('/prove', { formKey: visitor.formKey(again), password })).status).toBe(303);
  });

  it('asks again who it is before an export, ten minutes after the last proof', async () => {
    await signIn();
    const formKey = visitor.formKey(await visitor.text('/'));
    later(11);
    expect((await visitor.post('/prove', { formKey, password: 'wrong', to: '/outbox' })).status).toBe(422);
    const proved = await visitor.post('/prove', { formKey, password, to: '/outbox' });
    expect([proved.status, proved.headers.get('location')]).toEqual([303, '/outbox']);
  });
});

describe('the demo', () => {
  it('is entered by one click on a link that works once', async () => {
    const link = await demoLink(ports());
    expect(await visitor.text(link)).toContain('Sign in to this desk');
    expect((await visitor.post(link)).headers.get('location')).toBe('/');
    expect((await visitor.get('/')).status).toBe(200);
    expect((await aVisitor(desk.console).post(link)).status).toBe(404);
  });
});
