import { beforeAll, describe, expect, it } from 'vitest';
import { aPersonAtYearsEnd } from '#test/functions/year-end/a-year.ts';
import { barriersOn, inABrowser, tooWideOn, unfold } from './in-a-browser.ts';
import { openWholeDesk } from './whole-desk.ts';

const browser = await inABrowser();
const desk = await openWholeDesk();
const folder = process.env.PICTURES;
const round = '?round=2025&who=RPSS-0101&who=RPSS-0177';

describe.skipIf(browser.isMissing)('deciding about people past the deadline, in a browser', () => {
  let address: string;
  beforeAll(async () => {
    for (const number of [601, 602, 603])
      await aPersonAtYearsEnd(desk.records, number, { word: 'past-deadline-unresolved', year: 2025 });
    address = await browser.serve(desk.everybody);
  });

  it.each([
    ['list', '/years/2025'],
    ['proposal-with-letter', `/people/RPSS-0101${round}`],
    ['letter-editor', `/people/RPSS-0177${round}`],
  ])('has no barrier, wide and narrow, all unfolded: %s', async (name, path) => {
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

  it('goes by hand from the list through those chosen, with the keyboard, and writes to one of them', async () => {
    const { page } = await browser.newWindow();
    await page.goto(`${address}/years/2025?came=nothing`);
    await page.getByRole('checkbox', { name: 'Choose Person 601 Fontenot' }).check();
    await page.getByRole('checkbox', { name: 'Choose Person 603 Fontenot' }).check();
    await page.getByRole('button', { name: 'Go through those chosen' }).click();
    await page.getByText('Person 1 of 2 chosen').waitFor();
    await page.keyboard.press('n');
    await page.getByText('Person 2 of 2 chosen').waitFor();
    expect(page.url()).toContain('/people/RPSS-0603');
    await page.keyboard.press('p');
    await page.getByText('Person 1 of 2 chosen').waitFor();
    await page.getByText('Say what becomes of 2025').click();
    await page.getByText('Closed: nothing more is asked').click();
    await page.locator('#reason-2025').fill('Was in hospital all year.');
    await page.getByText('The letter to the person').click();
    await page.getByRole('button', { name: 'Write the office’s words here' }).click();
    const text = page.locator('#letter-text-2025');
    expect(await text.inputValue()).toContain('has closed your report for 2025');
    await text.fill('Hello,\n\nGet well soon. Your report for 2025 is closed.');
    if (folder !== undefined) await page.screenshot({ path: `${folder}/drafted.png`, fullPage: true });
    await page.getByRole('button', { name: 'Say so' }).click();
    await page.getByText('Letter to the person:').waitFor();
    await page.getByText('Person 1 of 2 chosen').waitFor();
    await page.getByRole('link', { name: 'Back to the list' }).click();
    expect(page.url()).toContain('/years/2025?came=nothing');
  });
});
