import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addAccount } from '#functions/console/sign-in/accounts.ts';
import { makeLink } from '#functions/console/sign-in/one-time-links.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import type { Role } from '#shared/domain/staff.ts';
import { type Desk, openDesk } from '#test/functions/console/desk.ts';
import { barriersOn, inABrowser, tooWideOn } from './in-a-browser.ts';

const browser = await inABrowser();
const password = 'four words no link between';

describe.skipIf(browser.isMissing)('signing in with a real browser, scripting off', () => {
  let address: string;
  let desk: Desk;
  let now = '2026-11-22T14:00:00.000Z';

  beforeAll(async () => {
    desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { clock: { now: () => now } });
    address = await browser.serve(desk.console);
  });

  async function newWindow(): Promise<{ context: BrowserContext; page: Page }> {
    const { page } = await browser.newWindow({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });
    return { context: page.context(), page };
  }

  async function linkFor(signInName: string, ...roles: Role[]): Promise<string> {
    const ports = { ...desk.deps, ids: systemIds() };
    const staff = await addAccount(ports, { name: signInName, signInName, roles });
    if (staff === null) throw new Error(`${signInName} is there already`);
    return `${address}${await makeLink(ports, staff.staffId, 'set-up')}`;
  }

  async function choosePassword(page: Page, link: string): Promise<void> {
    await page.goto(link);
    await page.getByLabel('Password').fill(password);
    await page.getByLabel('The same once more').fill(password);
    await page.getByRole('button', { name: 'Keep it and sign in' }).click();
  }

  async function signIn(page: Page, signInName: string, typed: string): Promise<void> {
    await page.getByLabel('Sign-in name').fill(signInName);
    await page.getByLabel('Password').fill(typed);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  }

  const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

  it('goes from the link over the queue to the sign-out and back in', async () => {
    const { context, page } = await newWindow();
    await choosePassword(page, await linkFor('robin', 'reviewer'));
    expect(await heading(page)).toBe('Cases');
    const cookies = await context.cookies();
    expect(cookies.find(({ name }) => name === '__Host-desk')).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    });
    expect(cookies.map(({ name }) => name)).not.toContain('desk');

    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await heading(page)).toBe('You are signed out');
    await page.goto(`${address}/outbox`);
    expect(await heading(page)).toBe('Sign in');
    await signIn(page, 'robin', 'not the right one');
    expect(await page.getByText('do not go together').count()).toBe(1);
    await signIn(page, 'Robin', password);
    expect(await heading(page)).toBe('Answers');
    await context.close();
  });

  it('leads each role to a page of its own, and shows no way to others', async () => {
    const { context, page } = await newWindow();
    await choosePassword(page, await linkFor('casey', 'admin'));
    expect(await page.getByRole('link', { name: 'Cases' }).count()).toBe(0);
    await page.goto(`${address}/outbox`);
    expect(await heading(page)).toBe('Your role does not open this page');
    await context.close();
  });

  it('asks again after half an hour, and goes on where it was', async () => {
    const { context, page } = await newWindow();
    await choosePassword(page, await linkFor('jules', 'reviewer'));
    now = '2026-11-22T14:31:00.000Z';
    await page.goto(`${address}/outbox`);
    await signIn(page, 'jules', password);
    expect(await heading(page)).toBe('Answers');
    await context.close();
  });

  it('refuses a form of another site, though the browser sends the cookie along', async () => {
    const { context, page } = await newWindow();
    await choosePassword(page, await linkFor('sasha', 'reviewer'));
    const elsewhere = address.replace('127.0.0.1', 'localhost');
    await page.route(`${elsewhere}/trap`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<form method="post" action="${address}/sign-out"><button>Win a prize</button></form>`,
      }),
    );
    await page.goto(`${elsewhere}/trap`);
    await page.getByRole('button').click();
    expect(await heading(page)).toBe('This did not come from a page of this desk');
    await page.goto(`${address}/outbox`);
    expect(await heading(page)).toBe('Answers');
    await context.close();
  });

  it('breaks no rule of accessibility on the pages before sign-in', async () => {
    const link = await linkFor('river', 'reviewer');
    for (const path of ['/sign-in', '/signed-out', link.slice(address.length)]) {
      const { page } = await browser.open(`${address}${path}`, { viewport: { width: 390, height: 800 } });
      expect([path, ...(await barriersOn(page))]).toEqual([path]);
      expect(await tooWideOn(page)).toEqual([]);
    }
  });
});
