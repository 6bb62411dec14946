import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { listDecisions } from '#shared/records/decision-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { type CaseDesk, clear, clearBesideFlyer, inDoubt, openCaseDesk } from '#test/functions/console/case-desk.ts';
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

  it.each([
    ['taking the next case', ['n', 'a', 'Enter']],
    ['going down the list to it', ['j', 'Enter', 'c', 'a', 'Enter']],
  ])('takes at most six key presses from the queue when it is clear: %s', async (_how, keys) => {
    await desk.lay(1, await clearBesideFlyer());
    const page = await open(desk.app, '/');
    const leadsOn = (key: string | undefined) => key !== undefined && ['n', 'c', 'Enter'].includes(key);
    for (const key of keys) {
      // a page that comes next is waited for, as a person would
      const comes = leadsOn(key) ? page.waitForEvent('load') : null;
      await page.keyboard.press(key);
      await comes;
    }
    expect(await page.getByText('Nothing has gone out yet').count()).toBe(1);
    const [made] = await listDecisions(desk.records, submissionIdFor(1));
    expect(made?.decision).toMatchObject({ action: 'accept', state: 'waiting', by: desk.app.staff.staffId });
    expect(keys.length).toBeLessThanOrEqual(6);
  });

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
