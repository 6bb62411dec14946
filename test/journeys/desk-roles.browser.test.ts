import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { openDesk, type SignedIn } from '#test/functions/console/desk.ts';
import { exampleReference, storeExampleCases } from '#test/functions/console/example-cases.ts';
import { startBrowser } from './browser.ts';

const browser: Browser | null = await startBrowser();
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(browser === null)('the pages of supervisors, auditors, security and admin in a browser', () => {
  const desk = mkdtemp(join(tmpdir(), 'desk-')).then((folder) => openDesk(folder));
  let whoAsks: SignedIn;
  let server: ServerType;
  let address: string;

  beforeAll(async () => {
    const { as, records, files } = await desk;
    whoAsks = as('supervisor', 'auditor', 'security', 'admin');
    await storeExampleCases({ records, files });
    const because = { code: 'unsafe-file' as const, text: 'This file holds a program.' };
    const held = { number: 77, outcome: 'quarantined' as const, reasons: [because] };
    const file = aFile({ attachment: 'invoice\u202efdp.exe', refused: because });
    await storeCase(records, { submission: aSubmission(held), files: [file] });
    await whoAsks.request(`/cases/${exampleReference}`);
    address = await new Promise((resolve) => {
      server = serve({ fetch: whoAsks.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
    });
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  const pages = ['/audit', `/cases/${exampleReference}/history`, '/quarantine', '/accounts', '/prove'];

  it.each(pages)('break no rule of accessibility or width: %s', async (path) => {
    if (browser === null) throw new Error('no browser');
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    expect((await page.goto(`${address}${path}`))?.status()).toBe(200);
    const { violations } = await new AxeBuilder({ page }).withTags(axeTags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      const folder = process.env.PICTURES;
      const file = `${path.split('/').at(-1)}-${width}.png`;
      if (folder) await page.screenshot({ path: join(folder, file), fullPage: true });
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('hand over an original as a download under its safe name', async () => {
    if (browser === null) throw new Error('no browser');
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${address}/cases/${exampleReference}`);
    const waiting = page.waitForEvent('download');
    await page.locator('a[href^="/originals/"]').first().click();
    expect((await waiting).suggestedFilename()).toMatch(/^[\w .-]+\.pdf$/);
    await page.context().close();
  });
});
