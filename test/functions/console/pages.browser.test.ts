import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPage } from '#shared/reading/draw-page.ts';
import { applicationWrites } from '#shared/records/application-records.ts';
import { blindWrite } from '#shared/records/blind-records.ts';
import { figuresWrites } from '#shared/records/figures-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { dana } from '#test/builders/a-judged-mail.ts';
import { aStoredApplication } from '#test/builders/a-stored-application.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { someFigures } from '#test/builders/case-figures.ts';
import { barriersOn, inABrowser, tooWideOn } from '#test/journeys/in-a-browser.ts';
import { openDesk } from './desk.ts';
import { exampleReference, storeExampleCases } from './example-cases.ts';
import { hostileCase } from './hostile-case.ts';

const exampleApplication = aStoredApplication({
  reference: exampleReference,
  missing: ['Your signature on the form. A typed name is fine.'],
});

const browser = await inABrowser();
const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
const hostileReference = 'LA-2026-000666';
const rulePages = [
  { page: 'continuing-education/ethics-hours.rule.md', text: '# At least 3 hours were in ethics\n\n> quote' },
];
const pages = [
  '/',
  '/applications',
  '/outbox',
  '/rules',
  '/nothing',
  '/numbers',
  '/blind',
  // before its case is opened: then it is not blind any more
  `/blind/${exampleReference}`,
  `/cases/${exampleReference}`,
  `/cases/${hostileReference}`,
];

describe.skipIf(browser.isMissing)('the console in a browser', () => {
  let address: string;

  beforeAll(async () => {
    const desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), {
      documentReader: { draw: drawPage },
      programme: { name: 'Louisiana peer support', timeZone: 'America/Chicago', rulePages, classes: [] },
    });
    await storeExampleCases(desk);
    const { submissionId, reference } = aSubmission({ number: 7, reference: exampleReference });
    const [receivedAt, openedAt] = ['2026-11-19T16:42:00.000Z', '2026-11-19T16:43:00.000Z'];
    const machine = { ethics: 300, core: 600 };
    await desk.records.write([
      blindWrite({ submissionId, reference, receivedAt, openedAt, machine, answer: null }, null),
      ...figuresWrites(someFigures({ reasons: ['low-confidence'], first: 'needs-review', blind: 'agrees' }), null),
    ]);
    await desk.records.write(applicationWrites(exampleApplication, null));
    await storeCase(desk.records, hostileCase(hostile, { number: 666 }));
    // whom the cases name: each has a page of their own
    for (const specialistId of ['RPSS-0042', 'RPSS-0101', 'RPSS-0177', hostile])
      await putSpecialist(desk.records, { ...dana, specialistId });
    address = await browser.serve(desk.app);
  });

  const open = (path: string) => browser.open(`${address}${path}`);

  it.each(pages)('breaks no rule of accessibility, security or width that a program can check: %s', async (path) => {
    const { page, troubles } = await open(path);
    expect(await barriersOn(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 800 });
    expect(await tooWideOn(page)).toEqual([]);
    // of a page that is not there the console says so
    if (path !== '/nothing') expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('leads by every link to a page that is there', async () => {
    const { page } = await open('/');
    const seen = new Set<string>();
    const waiting = pages.filter((path) => path !== '/nothing' && path !== `/cases/${hostileReference}`);
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await page.goto(`${address}${path}`);
      expect(`${path} ${answer?.status()}`).toBe(`${path} 200`);
      const links = await page
        .locator('a[href]')
        .evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
      const anchors = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1));
      const ids = new Set(await page.locator('[id]').evaluateAll((found) => found.map((element) => element.id)));
      expect(anchors.filter((anchor) => !ids.has(anchor))).toEqual([]);
      // an original is a download: no page to look at
      const toPages = links.filter((link) => /^\/(?!\/|originals\/)/.test(link));
      waiting.push(...toPages);
    }
    expect(seen.size).toBeGreaterThan(12);
    await page.context().close();
  });

  it('shows a field on the page when its number is followed, by keyboard alone', async () => {
    const { page } = await open(`/cases/${exampleReference}`);
    await page.locator('#d2-value-5 a').focus();
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#d2-place-5');
    await page.locator('#d2-place-5').waitFor({ state: 'visible' });
    const box = await page.locator('#d2-place-5 rect').boundingBox();
    expect(box === null ? -1 : box.y).toBeGreaterThan(0);
    expect(box === null ? 9999 : box.y).toBeLessThan(900);
    await page.context().close();
  });

  it('draws each place over the words it stands for', async () => {
    const { page } = await open(`/cases/${exampleReference}`);
    const picture = page.locator('#document-2 img');
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction(
      '[...document.querySelectorAll("#document-2 img")].every((one) => one.naturalWidth > 800)',
    );
    const sheet = await picture.boundingBox();
    const place = await page.locator('#d2-place-2 rect').boundingBox();
    if (sheet === null || place === null) throw new Error('nothing is drawn');
    expect((place.x - sheet.x) / sheet.width).toBeCloseTo(0.2, 1);
    expect((place.y - sheet.y) / sheet.height).toBeCloseTo(0.48, 1);
    await page.context().close();
  });
});
