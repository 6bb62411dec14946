/** Takes the pictures of the console: `npm run screenshots -- LINK DIR`, with the link the demo printed to sign in by. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { startBrowser } from './browser.ts';

const widths = [1280, 390];

async function main([link, folder = '.tmp/screenshots']: string[]): Promise<void> {
  if (link === undefined) throw new Error('usage: npm run screenshots -- LINK DIR');
  const address = new URL(link).origin;
  const browser = await startBrowser();
  if (browser === null) throw new Error('no browser can be started here');
  try {
    await mkdir(folder, { recursive: true });
    const desk = await signIn(browser, link);
    const casePath = await chooseCase(desk, address);
    const pages = [
      { name: 'queue', path: '/' },
      { name: 'answers', path: '/outbox' },
      { name: 'what-happened', path: '/audit' },
      { name: 'numbers', path: '/numbers' },
      { name: 'blind-look', path: '/blind' },
      { name: 'people', path: '/people' },
      { name: 'rules', path: '/rules' },
      { name: 'what-would-change', path: '/rules/what-would-change' },
      ...(casePath === null
        ? []
        : [
            { name: 'case', path: casePath },
            { name: 'history', path: `${casePath}/history` },
          ]),
    ];
    for (const width of widths)
      for (const { name, path } of pages)
        await takePicture(desk, `${address}${path}`, join(folder, `${name}-${width}.png`), width);
  } finally {
    await browser.close();
  }
}

/** By the demo's link, which works once. */
async function signIn(browser: Browser, link: string): Promise<BrowserContext> {
  const desk = await browser.newContext();
  const page = await desk.newPage();
  await page.goto(link);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.waitForLoadState();
  return desk;
}

/** A case that needs a person shows the most; else the newest one. */
async function chooseCase(desk: BrowserContext, address: string): Promise<string | null> {
  const page = await desk.newPage();
  for (const path of ['/?view=needs-person', '/']) {
    await page.goto(`${address}${path}`);
    const link = page.locator('main tbody th a').first();
    if ((await link.count()) > 0) return link.getAttribute('href');
  }
  return null;
}

async function takePicture(desk: BrowserContext, address: string, file: string, width: number): Promise<void> {
  const page = await desk.newPage();
  await page.setViewportSize({ width, height: 900 });
  await page.goto(address);
  for (const picture of await page.locator('img').all()) await picture.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
  console.log(file);
}

await main(process.argv.slice(2));
