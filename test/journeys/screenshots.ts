/** Takes the pictures of the console: `npm run screenshots -- http://127.0.0.1:8080 DIR`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';

const widths = [1280, 390];

async function main([address = 'http://127.0.0.1:8080', folder = '.tmp/screenshots']: string[]): Promise<void> {
  const browser = await startBrowser();
  if (browser === null) throw new Error('no browser can be started here');
  try {
    await mkdir(folder, { recursive: true });
    const casePath = await chooseCase(browser, address);
    const pages = [
      { name: 'queue', path: '/' },
      { name: 'answers', path: '/outbox' },
      ...(casePath === null ? [] : [{ name: 'case', path: casePath }]),
    ];
    for (const width of widths)
      for (const { name, path } of pages)
        await takePicture(browser, `${address}${path}`, join(folder, `${name}-${width}.png`), width);
  } finally {
    await browser.close();
  }
}

/** A case that needs a person shows the most; else the newest one. */
async function chooseCase(browser: Browser, address: string): Promise<string | null> {
  const page = await browser.newPage();
  for (const path of ['/?view=needs-person', '/']) {
    await page.goto(`${address}${path}`);
    const link = page.locator('main tbody th a').first();
    if ((await link.count()) > 0) return link.getAttribute('href');
  }
  return null;
}

async function takePicture(browser: Browser, address: string, file: string, width: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(address);
  for (const picture of await page.locator('img').all()) await picture.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  await page.evaluate('scrollTo(0, 0)');
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
  console.log(file);
}

await main(process.argv.slice(2));
