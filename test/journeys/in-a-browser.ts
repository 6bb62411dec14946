import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { startBrowser } from './browser.ts';

/** A page, and what the browser had to say about it: empty when all was well. */
export type Opened = { page: Page; troubles: string[] };

type Served = { fetch: (request: Request) => Response | Promise<Response> };

/**
 * What a file of tests in a browser begins with. `serve` gives a desk an address, as whoever asks of it; `open` shows a page
 * of it. All of it ends with the file.
 */
export async function inABrowser() {
  const browser = await startBrowser();
  const servers: ServerType[] = [];
  afterAll(async () => {
    await browser?.close();
    for (const server of servers) server.close();
  });

  return {
    /** for `describe.skipIf` */
    isMissing: browser === null,

    serve: ({ fetch }: Served): Promise<string> =>
      new Promise((resolve) => {
        const listening = ({ port }: { port: number }) => resolve(`http://127.0.0.1:${port}`);
        servers.push(serve({ fetch, port: 0, hostname: '127.0.0.1' }, listening));
      }),

    async newWindow(options: BrowserContextOptions = {}): Promise<Opened> {
      if (browser === null) throw new Error('no browser');
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
      const page = await context.newPage();
      return { page, troubles: await listenTo(page) };
    },

    async open(address: string, options: BrowserContextOptions = {}): Promise<Opened> {
      const opened = await this.newWindow(options);
      await opened.page.goto(address);
      return opened;
    },
  };
}

/** Whatever the page says on its console, breaks of its security policy, scripts that fail or ask, and what did not load. */
async function listenTo(page: Page): Promise<string[]> {
  const troubles: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (fault) => troubles.push(fault.message));
  page.on('dialog', async (dialog) => {
    // what was typed and not saved is asked about, as it should be
    if (dialog.type() === 'beforeunload') return dialog.accept();
    troubles.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on('requestfailed', (request) => {
    // a page that is left, and a link that became a download
    const isLeft = request.failure()?.errorText === 'net::ERR_ABORTED';
    if (!isLeft) troubles.push(`failed: ${request.url()}`);
  });
  await page.addInitScript(
    `addEventListener('securitypolicyviolation', (event) =>
      console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample), true)`,
  );
  return troubles;
}

/** All of the page stands where it stands when somebody gets there: out of sight its parts only keep a place of about their size. */
export async function laidOut(page: Page): Promise<void> {
  await page.evaluate(`if (document.adoptedStyleSheets.length === 0) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets = [sheet];
  }`);
}

const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong, in words; `part` looks at a part of the page only. */
export async function barriersOn(page: Page, part = 'body'): Promise<string[]> {
  await laidOut(page);
  const axe = new AxeBuilder({ page }).withTags(axeTags);
  const { violations } = await (part === 'body' ? axe : axe.include(part)).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

/** What makes the page wider than the window; empty when nothing does. */
export async function tooWideOn(page: Page): Promise<string[]> {
  await laidOut(page);
  return page.evaluate(`document.documentElement.scrollWidth <= innerWidth ? [] :
    ['the page', ...[...document.querySelectorAll('main *')].map((one) => [one.getBoundingClientRect(), one])
      .filter(([box]) => box.right > innerWidth + 1).map(([, one]) => one.outerHTML.slice(0, 160))]`);
}

/** All that is folded away is shown. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate('for (const one of document.querySelectorAll("main details")) one.open = true');
}
