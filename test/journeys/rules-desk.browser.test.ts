import type { BrowserContextOptions } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { ruleAddress } from '#functions/console/rule-address.ts';
import {
  ethics,
  fourHours,
  inShadow,
  openRulesDesk,
  storePerson,
  withShadow,
} from '#test/functions/console/rules-desk.ts';
import { barriersOn, inABrowser, tooWideOn } from './in-a-browser.ts';

const browser = await inABrowser();

describe.skipIf(browser.isMissing)('an officer at the rules', () => {
  let address: string;

  beforeAll(async () => {
    const desk = await openRulesDesk(withShadow, { 'four-hours': fourHours });
    await storePerson(desk, withShadow, { number: 1, name: 'Dana Fontenot', ethicsHours: 300 });
    await storePerson(desk, withShadow, { number: 2, name: 'Marcus Guidry', ethicsHours: 500 });
    address = await browser.serve(desk.app);
  });

  const open = (path: string, options: BrowserContextOptions = {}) => browser.open(`${address}${path}`, options);

  it('sees who would change before it takes effect, and what the rule says for other facts, without a script', async () => {
    const { page } = await open('/rules', { javaScriptEnabled: false });
    await page.getByRole('link', { name: 'What would change?' }).click();
    await page.getByLabel('Proposed pages').selectOption('four-hours');
    await page.getByRole('button', { name: 'Compare' }).click();
    const person = page.getByRole('row', { name: /Dana Fontenot/ });
    expect(await person.textContent()).toContain('You have 3 of 4 hours in ethics so far.');
    expect(await page.getByText('Marcus Guidry').count()).toBe(0);

    await page.getByRole('link', { name: 'At least 3 of the year' }).last().click();
    await page
      .getByRole('row', { name: /a quarter of an hour short/ })
      .getByRole('link')
      .click();
    await page.getByRole('textbox', { name: 'ethics hours' }).fill('3');
    await page.getByRole('button', { name: 'What does the rule say?' }).click();
    expect(new URL(page.url()).hash).toBe('#try');
    expect(await page.locator('.desk-said').textContent()).toContain('You have 3 hours in ethics. You need 3.');
    await page.context().close();
  });

  // of the handbook one page is enough: all are written alike
  const paths = [
    ['/rules/what-would-change', 'body'],
    [ruleAddress(ethics), 'body'],
    [ruleAddress(inShadow), 'section[aria-labelledby="shadow"]'],
    ['/rules/handbook', '#continuing-education-ethics-hours-rule-md'],
  ] as const;
  it.each(paths)('meets no barrier that a program can find, wide or narrow: %s', async (path, part) => {
    const { page, troubles } = await open(path);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await tooWideOn(page)).toEqual([]);
    }
    expect(await barriersOn(page, part)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('prints the handbook with each chapter on a page of its own and nothing of the screen', async () => {
    const { page } = await open('/rules/handbook');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('Back to the rules').isVisible()).toBe(false);
    const breaks =
      "[...new Set([...document.querySelectorAll('.chapter h2')].map((one) => getComputedStyle(one).breakBefore))]";
    expect(await page.evaluate(breaks)).toEqual(['page']);
    await page.context().close();
  });
});
