import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { listDocuments } from '#shared/records/document-records.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';
import { openReadingDesk, type ReadingDesk } from '#test/functions/console/a-reading-desk.ts';
import { barriersOn, inABrowser, tooWideOn } from './in-a-browser.ts';

const browser = await inABrowser();

describe.skipIf(browser.isMissing)('a reviewer who takes a file apart anew', () => {
  let desk: ReadingDesk;
  let address: string;
  beforeAll(async () => {
    desk = await openReadingDesk();
    address = await browser.serve(desk.app);
  });

  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> =>
    (await browser.open(`${address}${path}`, options)).page;

  const papersOf = async (number: number) =>
    (await listDocuments(desk.records, submissionIdFor(number))).map(({ kind, pages }) => [kind, ...pages]);
  const twoCertificates = [
    ['ce-report', 1, 1],
    ['certificate', 1, 1],
    ['certificate', 2, 2],
  ];

  it('splits it by keyboard alone, waits while it is read, and goes on with the case', async () => {
    const page = await open(`/cases/${await desk.layTwoTakenForOne(1)}`);
    await page.keyboard.press('c');
    await page.getByText('This case is yours until').waitFor();
    await page.getByRole('link', { name: 'Split, join or sort' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Which pages are which paper' }).waitFor();

    const letGo = desk.hold();
    await page.getByLabel('Page 2 of scan of both.pdf').focus();
    // the choice "New: Certificate" by its first letters
    await page.keyboard.type('New: C');
    expect(await page.getByLabel('Page 2 of scan of both.pdf').inputValue()).toBe('begin:certificate');
    await page.getByRole('button', { name: 'Read again, taken apart like this' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('The papers of this mail are being read.').waitFor();
    letGo();
    await page.getByText('The papers were read again.').waitFor();
    expect(await papersOf(1)).toEqual(twoCertificates);
    expect(await page.getByText('This case is yours until').count()).toBe(1);
    await page.context().close();
  });

  it('does the same with scripting off, on a narrow screen', async () => {
    const narrow = { javaScriptEnabled: false, viewport: { width: 390, height: 900 } };
    const page = await open(`/cases/${await desk.layTwoTakenForOne(2)}`, narrow);
    await page.getByRole('button', { name: 'Take this case' }).click();
    await page.getByRole('link', { name: 'Split, join or sort' }).click();
    await page.getByLabel('Page 2 of scan of both.pdf').selectOption('begin');
    const letGo = desk.hold();
    await page.getByRole('button', { name: 'Read again, taken apart like this' }).click();
    await page.getByRole('link', { name: 'Look again' }).click();
    expect(await page.getByText('The papers of this mail are being read.').count()).toBe(1);
    letGo();
    await desk.idle();
    await page.getByRole('link', { name: 'Look again' }).click();
    expect(await page.getByText('The papers were read again.').count()).toBe(1);
    expect(await papersOf(2)).toEqual(twoCertificates);
    await page.context().close();
  });

  it('meets no barrier that a program can find, wide or narrow, before, meanwhile and after', async () => {
    const reference = await desk.layTwoTakenForOne(3);
    const page = await open(`/cases/${reference}`);
    await page.getByRole('button', { name: 'Take this case' }).click();
    await page.locator('#document-2').getByLabel('Hours', { exact: true }).fill('4');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.goto(`${address}/cases/${reference}/papers`);
    await meetsNoBarrier(page, 'papers');
    await page.getByLabel('Page 2 of scan of both.pdf').selectOption('begin:other');
    const letGo = desk.hold();
    await page.getByRole('button', { name: 'Read again, taken apart like this' }).click();
    await page.getByText('are being read.').waitFor();
    await meetsNoBarrier(page, 'meanwhile');
    letGo();
    await page.getByRole('heading', { name: 'Said of papers that are no longer the same (1)' }).waitFor();
    await meetsNoBarrier(page, 'after');
    await page.context().close();
  });
});

async function meetsNoBarrier(page: Page, at: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect([at, width, ...(await barriersOn(page))]).toEqual([at, width]);
    expect(await tooWideOn(page)).toEqual([]);
  }
}
