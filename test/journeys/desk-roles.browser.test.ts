import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFile } from '#test/builders/a-document.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { openDesk } from '#test/functions/console/desk.ts';
import { exampleReference, storeExampleCases } from '#test/functions/console/example-cases.ts';
import { barriersOn, inABrowser, tooWideOn } from './in-a-browser.ts';

const browser = await inABrowser();

describe.skipIf(browser.isMissing)('the pages of supervisors, auditors, security and admin in a browser', () => {
  const desk = mkdtemp(join(tmpdir(), 'desk-')).then((folder) => openDesk(folder));
  let address: string;

  beforeAll(async () => {
    const { as, records, files } = await desk;
    const whoAsks = as('supervisor', 'auditor', 'security', 'admin');
    await storeExampleCases({ records, files });
    const because = { code: 'unsafe-file' as const, text: 'This file holds a program.' };
    const held = { number: 77, outcome: 'quarantined' as const, reasons: [because] };
    const file = aFile({ attachment: 'invoice\u202efdp.exe', refused: because });
    await storeCase(records, { submission: aSubmission(held), files: [file] });
    await whoAsks.request(`/cases/${exampleReference}`);
    address = await browser.serve(whoAsks);
  });

  const pages = ['/audit', `/cases/${exampleReference}/history`, '/quarantine', '/accounts', '/prove'];

  it.each(pages)('break no rule of accessibility or width: %s', async (path) => {
    const { page, troubles } = await browser.open(`${address}${path}`);
    expect(new URL(page.url()).pathname).toBe(path);
    expect(await barriersOn(page)).toEqual([]);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await tooWideOn(page)).toEqual([]);
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('hand over an original as a download under its safe name', async () => {
    const { page } = await browser.open(`${address}/cases/${exampleReference}`);
    const waiting = page.waitForEvent('download');
    await page.locator('a[href^="/originals/"]').first().click();
    expect((await waiting).suggestedFilename()).toMatch(/^[\w .-]+\.pdf$/);
    await page.context().close();
  });
});
