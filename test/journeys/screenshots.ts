/** Takes the pictures of every page of the console, wide and narrow: `npm run screenshots`. See `usage`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ServerType, serve } from '@hono/node-server';
import type { BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { startBrowser } from './browser.ts';
import { everyPage, type SomePage } from './every-page.ts';
import { openWholeDesk } from './whole-desk.ts';

const usage = `npm run screenshots -- [DIR] [--docs]
  pictures of every page, 1280 and 390 wide, of a desk with made-up cases, into DIR (.tmp/screenshots)
  --docs  only the few that shared/docs/console.md shows, into shared/docs/pictures`;

const widths = [1280, 390];
const quality = 70;
/** What the walk through the desk shows: the first screen of a page, and where on it to begin. */
const inDocs: Readonly<Record<string, { width: number; height: number; from?: string }>> = {
  queue: { width: 1280, height: 860 },
  'case-2': { width: 1280, height: 900, from: '#document-1' },
  person: { width: 1280, height: 1000 },
  import: { width: 1280, height: 900 },
  numbers: { width: 1280, height: 1000 },
  audit: { width: 1280, height: 640 },
  'what-would-change': { width: 1280, height: 900 },
  applications: { width: 1280, height: 640 },
  rule: { width: 1280, height: 1000 },
  'blind-case': { width: 1280, height: 900 },
  'case-3': { width: 390, height: 900, from: '#document-2' },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { docs: { type: 'boolean' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) return console.log(usage);
  const folder = values.docs ? 'shared/docs/pictures' : (positionals[0] ?? '.tmp/screenshots');
  await mkdir(folder, { recursive: true });
  const desk = await openWholeDesk();
  const { server, address } = await serveDesk(desk.everybody.fetch);
  const browser = await startBrowser();
  try {
    if (browser === null) throw new Error('No browser can be started here. Install Chromium, or run npm ci again.');
    const window = await browser.newContext();
    for (const page of everyPage(desk)) await (values.docs ? forDocs : wideAndNarrow)(window, address, page, folder);
  } finally {
    await browser?.close();
    server.close();
    desk.records.close();
  }
}

function serveDesk(fetch: (request: Request) => Promise<Response>): Promise<{ server: ServerType; address: string }> {
  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ server, address: `http://127.0.0.1:${port}` }),
    );
  });
}

async function wideAndNarrow(window: BrowserContext, address: string, { name, path }: SomePage, folder: string) {
  const page = await opened(window, `${address}${path}`, { width: 1280, height: 900 });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    await keep(await page.screenshot({ fullPage: true }), join(folder, `${name}-${width}.webp`));
  }
  await page.close();
}

async function forDocs(window: BrowserContext, address: string, { name, path }: SomePage, folder: string) {
  for (const [shown, { from, ...size }] of Object.entries(inDocs).filter(([one]) => one === name)) {
    const page = await opened(window, `${address}${path}`, size);
    if (from !== undefined) await page.locator(from).evaluate((one) => one.scrollIntoView());
    await settled(page);
    await keep(await page.screenshot(), join(folder, `${shown}.webp`));
    await page.close();
  }
}

async function opened(window: BrowserContext, address: string, size: { width: number; height: number }): Promise<Page> {
  const page = await window.newPage();
  await page.setViewportSize(size);
  await page.goto(address);
  return page;
}

/** Pictures of papers are loaded when they come into sight. */
async function settled(page: Page): Promise<void> {
  for (const picture of await page.locator('img').all()) await picture.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
}

async function keep(png: Uint8Array, file: string): Promise<void> {
  // taller than the format bears, such as the handbook: its first pages
  const { height = 0, width = 0 } = await sharp(png).metadata();
  const cut = sharp(png).extract({ left: 0, top: 0, width, height: Math.min(height, 16_000) });
  await cut.webp({ quality }).toFile(file);
  console.log(file);
}

await main();
