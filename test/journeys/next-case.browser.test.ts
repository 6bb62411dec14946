import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseDesk, clear, inDoubt, openCaseDesk } from '#test/functions/console/case-desk.ts';
import type { SignedIn } from '#test/functions/console/desk.ts';
import { startBrowser } from './browser.ts';

const browser: Browser | null = await startBrowser();
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(browser === null)('a case that is decided', () => {
  let desk: CaseDesk;
  const servers: ServerType[] = [];
  beforeEach(async () => {
    desk = await openCaseDesk();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) server.close();
  });

  async function open(who: SignedIn, path: string): Promise<Page> {
    const port = await new Promise<number>((resolve) => {
      servers.push(serve({ fetch: who.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port)));
    });
    const context = await browser?.newContext({ viewport: { width: 390, height: 900 } });
    if (context === undefined) throw new Error('no browser');
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}${path}`);
    return page;
  }

  const barriersOf = async (page: Page) => (await new AxeBuilder({ page }).withTags(axeTags).analyze()).violations;

  it('is left for the next one by the key n', async () => {
    const papers = await inDoubt();
    const [first, second] = [await desk.lay(1, papers), await desk.lay(2, papers)];
    const page = await open(desk.app, `/cases/${first}`);
    await page.getByRole('button', { name: 'Take this case' }).click();
    await page.getByText('This case is yours now.').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take the next case' }).waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.keyboard.press('n');
    await page.waitForURL(`**/cases/${second}`);
    expect(await page.getByText('This case is yours').count()).toBe(1);
  });

  it('is opened anew by a supervisor on its own page, whose form meets no barrier', async () => {
    const page = await open(desk.as('supervisor'), `/cases/${await desk.lay(3, await clear())}`);
    expect(await barriersOf(page)).toEqual([]);
    await page.getByLabel('Why it has to be looked at once more').fill('The provider took it back.');
    await page.getByRole('button', { name: 'Open this case anew' }).click();
    await page.getByText('Open again, with your reason beside it.').waitFor();
    expect(await page.getByText('The provider took it back.').count()).toBe(1);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  });
});
