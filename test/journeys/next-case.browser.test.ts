import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CaseDesk, clear, inDoubt, openCaseDesk } from '#test/functions/console/case-desk.ts';
import type { SignedIn } from '#test/functions/console/desk.ts';
import { barriersOn, inABrowser, tooWideOn } from './in-a-browser.ts';

const browser = await inABrowser();

describe.skipIf(browser.isMissing)('a case that is decided', () => {
  let desk: CaseDesk;
  beforeEach(async () => {
    desk = await openCaseDesk();
  });

  async function open(who: SignedIn, path: string): Promise<Page> {
    const address = `${await browser.serve(who)}${path}`;
    return (await browser.open(address, { viewport: { width: 390, height: 900 } })).page;
  }

  it('is left for the next one by the key n', async () => {
    const papers = await inDoubt();
    const [first, second] = [await desk.lay(1, papers), await desk.lay(2, papers)];
    const page = await open(desk.app, `/cases/${first}`);
    await page.getByRole('button', { name: 'Take this case' }).click();
    await page.getByText('This case is yours now.').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Take the next case' }).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.keyboard.press('n');
    await page.waitForURL(`**/cases/${second}`);
    expect(await page.getByText('This case is yours').count()).toBe(1);
  });

  it('is opened anew by a supervisor on its own page, whose form meets no barrier', async () => {
    const page = await open(desk.as('supervisor'), `/cases/${await desk.lay(3, await clear())}`);
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Why it has to be looked at once more').fill('The provider took it back.');
    await page.getByRole('button', { name: 'Open this case anew' }).click();
    await page.getByText('Open again, with your reason beside it.').waitFor();
    expect(await page.getByText('The provider took it back.').count()).toBe(1);
    expect(await tooWideOn(page)).toEqual([]);
  });
});
