import type { BrowserContextOptions } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { drawPage } from '#shared/reading/draw-page.ts';
import { listCorrections } from '#shared/records/correction-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { core, ethics } from '#test/builders/a-judged-mail.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import {
  type CaseDesk,
  certificateOf,
  clear,
  inDoubt,
  openCaseDesk,
  reportOf,
} from '#test/functions/console/case-desk.ts';
import { hostileCase } from '#test/functions/console/hostile-case.ts';
import { barriersOn, inABrowser, tooWideOn, unfold } from './in-a-browser.ts';
import { tooSmallOn } from './reachable.ts';

const browser = await inABrowser();

describe.skipIf(browser.isMissing)('a reviewer at the page of a case', () => {
  let desk: CaseDesk;
  let address: string;
  const papers = inDoubt();

  beforeEach(async () => {
    desk = await openCaseDesk({ documentReader: { draw: drawPage } });
    await storeCase(
      desk.records,
      hostileCase('"><script>alert(1)</script><img src=x onerror=alert(1)>', { number: 666 }),
    );
    address = await browser.serve(desk.app);
  });

  const open = (path: string, options: BrowserContextOptions = {}) => browser.open(`${address}${path}`, options);

  const corrected = async (number: number) =>
    (await listCorrections(desk.records, submissionIdFor(number))).map(({ change }) => change);

  const decided = async (number: number) =>
    (await listDecisions(desk.records, submissionIdFor(number))).map(
      ({ decision }) => `${decision.action} ${decision.state}`,
    );

  it('finds the doubt, sees its box, types what stands there and saves, by keyboard alone', async () => {
    const { page, troubles } = await open(`/cases/${await desk.lay(1, await papers)}`);
    await page.keyboard.press('c');
    await page.getByText('This case is yours until').waitFor();

    await page.keyboard.press('n');
    expect(await page.evaluate('document.activeElement.id')).toBe('d3-value-5');
    const lit = page.locator('.desk-place.desk-lit');
    expect(await lit.getAttribute('id')).toBe('d3-place-5');
    const box = await lit.locator('rect').boundingBox();
    expect(box !== null && box.y > 0 && box.y < 900).toBe(true);

    await page.keyboard.press('Enter');
    await page.keyboard.type('7');
    await page.locator('#outcome-line').getByText('Accepted').waitFor();
    await page.getByText('Not saved yet').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Saved. What you said is kept').waitFor();
    expect(await corrected(1)).toMatchObject([{ what: 'field', field: 'hours', value: '7' }]);
    expect(await page.evaluate('document.activeElement.id'), 'the line that was at hand').toBe('d3-value-5');
    await page.keyboard.press('k');
    expect(await page.evaluate('document.activeElement.id'), 'and on from there').toBe('d3-value-4');

    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('is led to the papers that are asked about where no value of them is in doubt', async () => {
    const papersShort = [await reportOf([ethics, core]), await certificateOf(ethics)];
    const { page, troubles } = await open(`/cases/${await desk.lay(2, papersShort)}`);
    await page.keyboard.press('c');
    await page.getByText('This case is yours until').waitFor();
    await page.keyboard.press('n');
    expect(await page.evaluate('document.activeElement.id')).toBe('d1-value-1');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('decides a case that only has to be looked at with three keys, and takes it back with one', async () => {
    const { page, troubles } = await open(`/cases/${await desk.lay(6, await clear())}`);
    await page.keyboard.press('c');
    await page.getByRole('heading', { name: 'Decide' }).waitFor();
    await page.keyboard.press('a');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Decide');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing has gone out yet').waitFor();
    expect(await decided(6)).toEqual(['accept waiting']);

    await page.keyboard.press('u');
    await page.getByText('Taken back.').first().waitFor();
    expect(await decided(6)).toEqual(['accept undone']);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('types letters as letters, leaves a line by Esc, and can turn single keys off', async () => {
    const { page } = await open(`/cases/${await desk.lay(2, await papers)}`);
    await page.keyboard.press('c');
    await page.locator('#d1-value-2-in').fill('');
    await page.keyboard.type('jks?');
    expect(await page.locator('#d1-value-2-in').inputValue()).toBe('jks?');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.id')).toBe('d1-value-3');

    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.id')).not.toBe('d1-value-4');
    await page.context().close();
  });

  it('leads from a box on the page to its value', async () => {
    const { page } = await open(`/cases/${await desk.lay(3, await papers)}`);
    await page.getByRole('button', { name: 'Take this case' }).click();
    await page.locator('#d2-place-4 rect').click();
    expect(await page.evaluate('document.activeElement.id')).toBe('d2-value-4-in');
    await page.context().close();
  });

  it('does the same with scripting off', async () => {
    const { page } = await open(`/cases/${await desk.lay(4, await papers)}`, { javaScriptEnabled: false });
    await page.getByRole('button', { name: 'Take this case' }).click();
    await page.locator('#document-3').getByLabel('Hours', { exact: true }).fill('7');
    await page.getByRole('button', { name: 'Preview' }).click();
    // other mails of the same person are on desks just now, so a person looks at this one whatever it says
    expect(await page.locator('#outcome').textContent()).toMatch(/Helping Someone Plan Ahead:[^✗]*✓\s*Counted/);
    expect(await page.locator('#document-3').getByLabel('Hours', { exact: true }).inputValue()).toBe('7');
    expect(await corrected(4)).toEqual([]);
    // Enter in a line saves
    await page.locator('#document-3').getByLabel('Hours', { exact: true }).press('Enter');
    expect(await page.getByText('Saved. What you said is kept').count()).toBe(1);
    expect(await corrected(4)).toHaveLength(1);

    await page.locator('#view-turn-3').selectOption('1');
    const sheet = await page.locator('#document-3 .desk-page__sheet').boundingBox();
    expect(sheet !== null && sheet.width > sheet.height).toBe(true);
    await page.context().close();
  });

  it('meets no barrier that a program can find, wide or narrow, and no script of a stranger', async () => {
    const paths = [`/cases/${await desk.lay(5, await papers)}`, '/cases/LA-2026-000666', '/keys'];
    for (const path of paths) {
      const { page, troubles } = await open(path);
      if (path !== '/keys') await page.getByRole('button', { name: 'Take this case' }).click();
      await unfold(page);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        expect([path, ...(await barriersOn(page))]).toEqual([path]);
        expect(await tooWideOn(page)).toEqual([]);
        expect(await tooSmallOn(page)).toEqual([]);
      }
      expect(troubles).toEqual([]);
      await page.context().close();
    }
  });
});
