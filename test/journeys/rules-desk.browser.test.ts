import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ruleAddress } from '#functions/console/rule-address.ts';
import {
  ethics,
  fourHours,
  inShadow,
  openRulesDesk,
  storePerson,
  withShadow,
} from '#test/functions/console/rules-desk.ts';
import { startBrowser } from './browser.ts';

const browser: Browser | null = await startBrowser();
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(browser === null)('an officer at the rules', () => {
  let server: ServerType;
  let address: string;

  beforeAll(async () => {
    const desk = await openRulesDesk(withShadow, { 'four-hours': fourHours });
    await storePerson(desk, withShadow, { number: 1, name: 'Dana Fontenot', ethicsHours: 300 });
    await storePerson(desk, withShadow, { number: 2, name: 'Marcus Guidry', ethicsHours: 500 });
    address = await new Promise((resolve) => {
      server = serve({ fetch: desk.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
    });
  });

  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  async function open(path: string, options: BrowserContextOptions = {}): Promise<{ page: Page; troubles: string[] }> {
    if (browser === null) throw new Error('no browser');
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
    await page.goto(`${address}${path}`);
    return { page, troubles };
  }

  it('sees who would change before it takes effect, and what the rule says for other facts, without a script', async () => {
    const { page } = await open('/rules', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'What would change?' }).click();
    await page.getByLabel('Proposed pages').selectOption('four-hours');
    await page.getByRole('button', { name: 'Compare' }).click();
    const person = page.getByRole('row', { name: /Dana Fontenot/ });
    expect(await person.textContent()).toContain('You have 3 of 4 hours in ethics so far.');
    expect(await page.getByText('Marcus Guidry').count()).toBe(0);

    await page.getByRole('link', { name: 'At least 3 of the year' }).last().click();
    await page
      .getByRole('row', { name: /a quarter of an hour short/ })
      .getByRole('link')
      .click();
    await page.getByRole('textbox', { name: 'ethics hours' }).fill('3');
    await page.getByRole('button', { name: 'What does the rule say?' }).click();
    expect(new URL(page.url()).hash).toBe('#try');
    expect(await page.locator('.desk-said').textContent()).toContain('You have 3 hours in ethics. You need 3.');
    await page.context().close();
  });

  // of the handbook one page is enough: all are written alike
  const paths = [
    ['/rules/what-would-change', 'body'],
    [ruleAddress(ethics), 'body'],
    [ruleAddress(inShadow), 'section[aria-labelledby="shadow"]'],
    ['/rules/handbook', '#continuing-education-ethics-hours-rule-md'],
  ] as const;
  it.each(paths)('meets no barrier that a program can find, wide or narrow: %s', async (path, part) => {
    const { page, troubles } = await open(path);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    }
    const { violations } = await new AxeBuilder({ page }).include(part).withTags(axeTags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('prints the handbook with each chapter on a page of its own and nothing of the screen', async () => {
    const { page } = await open('/rules/handbook');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Back to the rules').isVisible()).toBe(false);
    const breaks =
      "[...new Set([...document.querySelectorAll('.chapter h2')].map((one) => getComputedStyle(one).breakBefore))]";
    expect(await page.evaluate(breaks)).toEqual(['page']);
    await page.context().close();
  });
});
