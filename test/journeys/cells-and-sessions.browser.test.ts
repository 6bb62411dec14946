import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPage } from '#shared/reading/draw-page.ts';
import { listCorrections } from '#shared/records/correction-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { aConference } from '#test/functions/console/a-conference.ts';
import { type CaseDesk, openCaseDesk } from '#test/functions/console/case-desk.ts';
import { barriersOn, inABrowser, tooWideOn } from './in-a-browser.ts';

const browser = await inABrowser();

describe.skipIf(browser.isMissing)('a reviewer at the rows and sessions of a paper', () => {
  let desk: CaseDesk;
  let address: string;
  beforeAll(async () => {
    desk = await openCaseDesk({ documentReader: { draw: drawPage } });
    address = await browser.serve(desk.app);
  });

  async function take(number: number, javaScriptEnabled = true): Promise<Page> {
    const reference = await desk.lay(number, await aConference());
    const { page } = await browser.open(`${address}/cases/${reference}`, { javaScriptEnabled });
    await page.getByRole('button', { name: 'Take this case' }).click();
    return page;
  }
  const litIn = (page: Page) => page.locator('.desk-place.desk-lit').evaluateAll((all) => all.map(({ id }) => id));

  it('sees the box of the very cell at hand, and the row around it quietly', async () => {
    const page = await take(1);
    await page.locator('#d1-value-R1-hours').focus();
    expect(await litIn(page)).toEqual(['d1-place-R1-hours']);
    expect(await page.locator('.desk-near').getAttribute('id')).toBe('d1-place-R1');
    // where no cell is known, the row is lit
    await page.locator('#d1-value-R1-priorApproved').focus();
    expect(await litIn(page)).toEqual(['d1-place-R1']);

    await page.locator('#d2-place-S2-title rect').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('d2-value-S2-title');
    expect(await litIn(page)).toEqual(['d2-place-S2-title']);
    await page.context().close();
  });

  it('says by keyboard that a session is ethics, sees what comes of it, and saves', async () => {
    const page = await take(2);
    await page.locator('#d2-value-S2').focus();
    await page.locator('#d2-value-S2-ethics').focus();
    await page.keyboard.type('E');
    await page.locator('#outcome-line').getByText('Accepted').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Saved. What you said is kept').waitFor();
    const [made] = await listCorrections(desk.records, submissionIdFor(2));
    expect(made?.change).toMatchObject({ what: 'session-column', session: 1, column: 'ethics', value: true });
    await page.context().close();
  });

  it('does the same with scripting off', async () => {
    const page = await take(3, false);
    await page.locator('#d2-value-S2-ethics').selectOption('yes');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    expect(await page.getByText('Saved. What you said is kept').count()).toBe(1);
    expect(await listCorrections(desk.records, submissionIdFor(3))).toHaveLength(1);
    await page.context().close();
  });

  it('meets no barrier that a program can find, wide or narrow', async () => {
    const page = await take(4);
    await page.evaluate('for (const one of document.querySelectorAll("#document-2 details")) one.open = true');
    await page.locator('#d2-value-S2-hours').focus();
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, ...(await barriersOn(page))]).toEqual([width]);
      expect(await tooWideOn(page)).toEqual([]);
    }
    await page.context().close();
  });
});
