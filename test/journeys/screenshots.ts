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
  --only WORDS  those with these words in their name
  --docs  only the few that shared/docs/console.md shows, into shared/docs/pictures`;

const widths = [1280, 390];
const quality = 70;
/** The format bears no more; of the handbook its first pages are enough. */
const tallest = 16_000;
type Shown = { height: number; width?: number; keys?: readonly string[] };
/** What the walk through the desk shows: the first screen of a page, after some keys. */
const inDocs: Readonly<Record<string, Shown>> = {
  'queue-2': { height: 900 },
  // taken, and the first doubt at hand
  case: { height: 900, keys: ['c', 'n'] },
  person: { height: 1000 },
  import: { height: 800 },
  numbers: { height: 1000 },
  audit: { height: 760 },
  rule: { height: 900 },
  'what-would-change': { height: 900 },
  'blind-case': { height: 800 },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { docs: { type: 'boolean' }, only: { type: 'string', default: '' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) return console.log(usage);
  const folder = values.docs ? 'shared/docs/pictures' : (positionals[0] ?? '.tmp/screenshots');
  await mkdir(folder, { recursive: true });
  const desk = await openWholeDesk();
  const [inside, outside] = await Promise.all([serveDesk(desk.everybody.fetch), serveDesk(desk.console.fetch)]);
  const browser = await startBrowser();
  try {
    if (browser === null) throw new Error('No browser can be started here. Install Chromium, or run npm ci again.');
    const window = await browser.newContext();
    const all = everyPage(desk);
    const pages = all.filter(({ name }) => name.includes(values.only));
    if (pages.length === 0)
      throw new Error(`No page has "${values.only}" in its name. There are: ${all.map(({ name }) => name).join(', ')}`);
    for (const page of pages) {
      const { address } = page.isBeforeSignIn ? outside : inside;
      await (values.docs ? forDocs : wideAndNarrow)(window, address, page, folder);
    }
  } finally {
    await browser?.close();
    inside.server.close();
    outside.server.close();
    desk.records.close();
  }
}

function serveDesk(
  fetch: (request: Request) => Response | Promise<Response>,
): Promise<{ server: ServerType; address: string }> {
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
    // as high as the page: else a bar that stays at the lower edge would lie across the middle of the picture
    const height = await page.evaluate<number>('document.documentElement.scrollHeight');
    await page.setViewportSize({ width, height: Math.min(height, tallest) });
    await keep(await page.screenshot(), join(folder, `${name}-${width}.webp`));
  }
  await page.close();
}

async function forDocs(window: BrowserContext, address: string, { name, path }: SomePage, folder: string) {
  const shown = inDocs[name];
  if (shown === undefined) return;
  const { width = 1280, height, keys = [] } = shown;
  const page = await opened(window, `${address}${path}`, { width, height });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
    await page.waitForLoadState('networkidle');
  }
  if (keys.length === 0) await settled(page);
  await keep(await page.screenshot(), join(folder, `desk-${name}.webp`));
  await page.close();
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
  await sharp(png).webp({ quality }).toFile(file);
  console.log(file);
}

await main();
