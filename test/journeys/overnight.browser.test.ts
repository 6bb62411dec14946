import { beforeAll, describe, expect, it } from 'vitest';
import { barriersOn, inABrowser, tooWideOn, unfold } from './in-a-browser.ts';
import { openWholeDesk } from './whole-desk.ts';

const browser = await inABrowser();
const desk = await openWholeDesk();
const folder = process.env.PICTURES;

describe.skipIf(browser.isMissing)('the pages of the night in a browser', () => {
  let address: string;
  beforeAll(async () => {
    address = await browser.serve(desk.everybody);
  });

  it.each([
    ['overnight', '/sweep'],
    ['overnight-list', '/sweep?of=past-deadline-unresolved'],
    ['overnight-day', '/sweep/2026-11-22'],
    ['past-with-proposal', '/people/RPSS-0101'],
    ['past-to-be-resolved', '/people/RPSS-0177'],
  ])('have no barrier, wide and narrow, all unfolded: %s', async (name, path) => {
    const { page, troubles } = await browser.newWindow();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${address}${path}`);
      await unfold(page);
      expect(await barriersOn(page)).toEqual([]);
      expect(await tooWideOn(page)).toEqual([]);
      if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
    }
    expect(troubles).toEqual([]);
  });

  it('let a supervisor say what becomes of a period by hand, and tell that it waits for a second person', async () => {
    const { page } = await browser.newWindow();
    await page.goto(`${address}/people/RPSS-0177`);
    await page.getByText('Say what becomes of 2025').click();
    await page.getByText('Does not remain active').click();
    await page.locator('#reason-2025').fill('No answer to three letters.');
    await page.getByRole('button', { name: 'Say so' }).click();
    await page.getByText('waits for a second person').first().waitFor();
    expect(await page.getByRole('button', { name: 'I agree' }).count()).toBe(0);
  });
});
