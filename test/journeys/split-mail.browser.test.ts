import { beforeAll, describe, expect, it } from 'vitest';
import { entryWrite } from '#shared/records/submission-records.ts';
import { aBatchDesk, papersOf, staffOf } from '#test/builders/a-batch-desk.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { openCaseDesk } from '#test/functions/console/case-desk.ts';
import { barriersOn, inABrowser, tooWideOn } from './in-a-browser.ts';

const browser = await inABrowser();

describe.skipIf(browser.isMissing)('a mail of an employer on the desk', () => {
  let address: string;
  beforeAll(async () => {
    const desk = await openCaseDesk();
    const people = staffOf(4);
    const batch = await aBatchDesk(people, true, { records: desk.records });
    await batch.send(1, { documents: people.flatMap(papersOf).slice(0, 11) });
    await desk.records.write([entryWrite(aSubmission({ number: 1 }))]);
    address = await browser.serve(desk.app);
  });

  it.each([1280, 390])('lists its cases, each with its state and the way to it, %i wide', async (width) => {
    const { page } = await browser.open(`${address}/cases/LA-2026-000001`, {
      viewport: { width, height: 900 },
    });
    const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
    expect(await rows.count()).toBe(4);
    expect(await page.getByRole('button', { name: 'Take this case' }).count()).toBe(0);
    expect([await tooWideOn(page), await barriersOn(page)]).toEqual([[], []]);
    await page.getByRole('link', { name: 'LA-2026-000001-04' }).click();
    await page.getByText('Case 4 of 4 of the mail').waitFor();
    expect(await tooWideOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'The one before' }).click();
    await page.getByRole('heading', { level: 1, name: 'LA-2026-000001-03' }).waitFor();
    await page.context().close();
  });
});
