import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { findLease } from '#shared/records/lease-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { storeExampleCases } from '#test/functions/console/example-cases.ts';
import { openQueueDesk, type QueueDesk } from '#test/functions/console/queue-desk.ts';
import { barriersOn, inABrowser, tooWideOn } from './in-a-browser.ts';

const browser = await inABrowser();

describe.skipIf(browser.isMissing)('a reviewer at the queue', () => {
  let desk: QueueDesk;
  let address: string;

  beforeAll(async () => {
    desk = await openQueueDesk();
    await storeExampleCases(desk);
    await desk.aCase(31, {
      due: '2026-11-24',
      reasons: [{ code: 'low-confidence', text: 'The hours are hard to read.' }],
    });
    await desk.aCase(32, {
      due: '2026-11-10',
      reasons: [{ code: 'past-deadline', text: 'This came after it was due.' }],
    });
    await desk.aCase(33);
    await desk.hold(33);
    await desk.app.post('/views', { name: 'Late ones', filter: 'late=yes' });
    address = await browser.serve(desk.app);
  });

  const open = (path: string, options: BrowserContextOptions = {}) => browser.open(`${address}${path}`, options);

  const focused = (page: Page) =>
    page.evaluate<string | null>(`document.querySelector('[data-line]:focus')?.textContent ?? null`);

  it('goes down and up the list and opens the case at hand, by keyboard alone', async () => {
    const { page, troubles } = await open('/');
    const listed = await page.locator('[data-line]').allTextContents();
    await page.keyboard.press('j');
    expect(await focused(page)).toBe(listed[0]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    expect(await focused(page)).toBe(listed[1]);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/cases/${listed[1]}`);
    expect(troubles).toEqual([]);
  });

  it('takes the next case with one key, and it is theirs', async () => {
    const { page } = await open('/?reason=low-confidence');
    await page.keyboard.press('n');
    await page.waitForURL('**/cases/LA-2026-000031');
    expect((await findLease(desk.records, submissionIdFor(31)))?.lease.by).toBe(desk.me);
  });

  it('types into the search without a key of the list doing anything, and finds the case', async () => {
    const { page } = await open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('jjn 000032');
    expect(new URL(page.url()).pathname).toBe('/');
    await page.locator('#q').fill('000032');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search?words=*');
    expect(await page.locator('[data-line]').allTextContents()).toEqual(['LA-2026-000032']);
  });

  it('sees the keys, and turns single keys off for good', async () => {
    const { page } = await open('/');
    await page.keyboard.press('?');
    await page
      .locator('#keys')
      .getByLabel(/single keys/)
      .uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await focused(page)).toBeNull();
    await page.reload();
    await page.keyboard.press('j');
    expect(await focused(page)).toBeNull();
  });

  it('does the same with scripting off: narrows the list and takes the next', async () => {
    const { page } = await open('/', { javaScriptEnabled: false });
    await page.getByText('Filter', { exact: true }).click();
    await page.getByText('Came late', { exact: true }).first().click();
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(/late=yes/);
    expect(await page.locator('[data-line]').allTextContents()).toEqual(['LA-2026-000032']);
    await page.getByRole('button', { name: 'Take the next case' }).click();
    await page.waitForURL('**/cases/LA-2026-000032');
  });

  it.each([
    ['/?late=yes', 1280],
    ['/?view=all', 1280],
    ['/?view=accepted', 1280],
    ['/search', 1280],
    ['/decided', 1280],
    ['/', 390],
    ['/?held=others', 390],
    ['/?view=accepted&medium=ocr', 1280],
    ['/?view=accepted&medium=ocr', 390],
    ['/search', 390],
  ])('can be used by everybody, without a page wider than the window: %s at %i', async (path, width) => {
    const { page, troubles } = await open(path === '/search' ? `/search${desk.app.sealed('fontenot')}` : path, {
      viewport: { width, height: 900 },
    });
    expect(await barriersOn(page)).toEqual([]);
    expect(await tooWideOn(page)).toEqual([]);
    expect(troubles).toEqual([]);
  });
});
