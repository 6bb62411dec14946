import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOidcSignInProvider } from '#shared/adapters/oidc-sign-in-provider.ts';
import { type Desk, openDesk } from '#test/functions/console/desk.ts';
import { portOf, type RunningProvider, startProvider } from './a-provider.ts';
import { inABrowser } from './in-a-browser.ts';

const browser = await inABrowser();

describe.skipIf(browser.isMissing)('signing in by a provider of the office, with a real one and a real browser', () => {
  const people: Record<string, { name: string; email: string; groups: string[] }> = {
    dana: { name: 'Dana Fontenot', email: 'dana@office.example', groups: ['supervisor', 'Everybody'] },
    marcus: { name: 'Marcus Guidry', email: 'marcus@office.example', groups: ['Everybody'] },
  };
  const server = createServer();
  let provider: RunningProvider;
  let desk: Desk;
  let address: string;
  let now = () => new Date().toISOString();

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${portOf(server)}`;
    provider = await startProvider(`${address}/signed-in`, people);
    const settings = { issuer: provider.issuer, clientId: 'desk', clientSecret: null, groupsClaim: 'groups' };
    desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), {
      clock: { now: () => now() },
      publicUrl: address,
      signIn: { by: 'provider', provider: makeOidcSignInProvider({ ...settings, consoleUrl: address }) },
    });
    server.on('request', getRequestListener(desk.console.fetch));
  });
  afterAll(async () => {
    server.close();
    await provider.stop();
  });

  async function newWindow(): Promise<{ context: BrowserContext; page: Page }> {
    const { page } = await browser.newWindow({ javaScriptEnabled: false });
    return { context: page.context(), page };
  }

  /** On the provider's own pages. */
  async function proveAs(page: Page, name: string): Promise<void> {
    await page.locator('input[name=login]').fill(name);
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    if (page.url().startsWith(provider.issuer)) await page.locator('button[type=submit]').click();
  }

  const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();

  it('comes back to the page that was asked for, with the name and the roles of the provider', async () => {
    const { context, page } = await newWindow();
    await page.goto(`${address}/audit?page=1`);
    await page.getByRole('link', { name: 'Go to sign-in' }).click();
    expect(page.url()).toContain(provider.issuer);
    await proveAs(page, 'dana');

    expect(page.url()).toBe(`${address}/audit?page=1`);
    expect(await page.getByText('Dana Fontenot').first().isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'Quarantine' }).count()).toBe(0);
    const names = (await context.cookies(address)).map(({ name }) => name);
    expect(names).toContain('__Host-desk');
    expect(names).not.toContain('__Host-desk-ticket');

    await page.getByRole('button', { name: 'Sign out' }).click();
    expect(await heading(page)).toBe('You are signed out');
    await page.getByRole('link', { name: 'Sign out there too' }).click();
    expect(page.url()).toContain(provider.issuer);
    await context.close();
  });

  it('lets nobody in whom the provider knows but puts in no group of the desk', async () => {
    const { context, page } = await newWindow();
    await page.goto(`${address}/sign-in/provider`);
    await proveAs(page, 'marcus');

    expect(await page.getByText('nobody gave you a role at this desk').count()).toBe(1);
    await page.goto(`${address}/`);
    expect(await heading(page)).toBe('Sign in');
    await context.close();
  });

  it('takes the roles as they stand at each sign-in, and ends what was open under other ones', async () => {
    const first = await newWindow();
    await first.page.goto(`${address}/sign-in/provider`);
    await proveAs(first.page, 'dana');
    people.dana = { name: 'Dana Fontenot', email: 'dana@office.example', groups: ['auditor'] };
    const second = await newWindow();
    await second.page.goto(`${address}/sign-in/provider`);
    await proveAs(second.page, 'dana');

    expect(new URL(second.page.url()).pathname).toBe('/audit');
    await first.page.goto(`${address}/`);
    expect(await heading(first.page)).toBe('Sign in');
    people.dana = { name: 'Dana Fontenot', email: 'dana@office.example', groups: ['supervisor'] };
    await Promise.all([first.context.close(), second.context.close()]);
  });

  it('asks the provider to prove anew before an export, though it still knows the browser', async () => {
    const { context, page } = await newWindow();
    await page.goto(`${address}/sign-in/provider`);
    await proveAs(page, 'dana');
    const real = now;
    now = () => new Date(Date.now() + 11 * 60_000).toISOString();
    await page.goto(`${address}/prove?to=/outbox`);
    await page.getByRole('link', { name: 'Go to sign-in' }).click();
    expect(page.url()).toContain(provider.issuer);
    await proveAs(page, 'dana');
    now = real;

    expect(await heading(page)).toBe('Answers');
    await context.close();
  });

  it('takes no answer in another browser than the one that was sent', async () => {
    const { context, page } = await newWindow();
    await page.goto(`${address}/sign-in/provider`);
    await context.clearCookies({ name: '__Host-desk-ticket' });
    await proveAs(page, 'dana');

    expect(await page.getByText('Signing in did not work').count()).toBe(1);
    await context.close();
  });

  it('takes no answer twice', async () => {
    const { context, page } = await newWindow();
    const answers: string[] = [];
    page.on('request', (request) => {
      if (request.url().startsWith(`${address}/signed-in`)) answers.push(request.url());
    });
    await page.goto(`${address}/sign-in/provider`);
    await proveAs(page, 'dana');
    expect(await heading(page)).toBe('Cases');
    await page.goto(answers[0] ?? '');

    expect(await page.getByText('Signing in did not work').count()).toBe(1);
    await context.close();
  });
});
