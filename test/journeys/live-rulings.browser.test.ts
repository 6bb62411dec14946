import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPage } from '#shared/reading/draw-page.ts';
import { type CaseDesk, inDoubt, openCaseDesk } from '#test/functions/console/case-desk.ts';
import { barriersOn, inABrowser, tooWideOn } from './in-a-browser.ts';

const browser = await inABrowser();

describe.skipIf(browser.isMissing)('a case while a reviewer types', () => {
  let desk: CaseDesk;
  let address: string;
  const papers = inDoubt();
  beforeAll(async () => {
    desk = await openCaseDesk({ documentReader: { draw: drawPage } });
    address = await browser.serve(desk.app);
  });

  async function take(number: number, width = 1280): Promise<Page> {
    const path = `/cases/${await desk.lay(number, await papers)}`;
    const { page } = await browser.open(`${address}${path}`, { viewport: { width, height: 900 } });
    await page.getByRole('button', { name: 'Take this case' }).click();
    return page;
  }
  const lineOf = (page: Page, title: string) => page.locator('#credits-part tbody tr', { hasText: title });

  it('shows each training as it would come out, and loses nothing that is chosen or in hand', async () => {
    const page = await take(1);
    const [other, doubted] = [lineOf(page, 'Boundaries at Work'), lineOf(page, 'Helping Someone')];
    await other.getByText('Count it or not').click();
    await other.getByLabel('This training').selectOption('no');
    await other.getByLabel('Your reason').fill('It was a talk at lunch');
    await other.getByText('Not counted').waitFor();

    const hours = page.locator('#document-3').getByLabel('Hours', { exact: true });
    await hours.fill('7');
    await doubted.locator('[data-label="Status"]').getByText('Counted').waitFor();
    expect(await doubted.locator('[data-label="Hours"]').textContent()).toBe('7');
    expect(await page.evaluate('document.activeElement.name')).toBe('field.2.hours');
    expect(await other.getByLabel('This training').inputValue()).toBe('no');
    expect(await other.getByLabel('Your reason').inputValue()).toBe('It was a talk at lunch');
    await page.context().close();
  });

  it('carries what is typed over where a training comes and goes, with the caret where it was', async () => {
    const page = await take(2, 390);
    const other = lineOf(page, 'Boundaries at Work');
    await other.getByText('Count it or not').click();
    await other.getByLabel('Your reason').fill('Kept');
    await page.locator('#document-1').getByText('Add a training').click();
    await page.locator('#d1-add-title').fill('A third one');
    await lineOf(page, 'A third one').waitFor();
    expect(await other.getByLabel('Your reason').inputValue()).toBe('Kept');
    expect(await other.getByLabel('Your reason').isVisible()).toBe(true);

    await page.evaluate('document.getElementById("d1-add-title").value = ""');
    await other.getByLabel('Your reason').press('Home');
    await page.keyboard.type('1');
    await lineOf(page, 'A third one').waitFor({ state: 'detached' });
    await page.keyboard.type('2');
    expect(await other.getByLabel('Your reason').inputValue()).toBe('12Kept');
    await page.context().close();
  });

  it('meets no barrier with what a training is about laid open, wide or narrow', async () => {
    const page = await take(3);
    await page.evaluate('for (const one of document.querySelectorAll("#credits-part details")) one.open = true');
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, ...(await barriersOn(page))]).toEqual([width]);
      expect(await tooWideOn(page)).toEqual([]);
    }
    await page.context().close();
  });
});
