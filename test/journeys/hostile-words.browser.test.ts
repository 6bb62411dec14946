import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '#functions/console/parts/said.ts';
import { hostileStrings } from '#test/builders/hostile-strings.ts';
import { allInOne, openHostileDesk, personOf, referenceOf } from './hostile-desk.ts';
import { inABrowser, type Opened } from './in-a-browser.ts';

const browser = await inABrowser();
const desk = await openHostileDesk();

/** What a text became that is no text; empty when all of them stayed what they are. Folded parts are seen too. */
const grown = `[...document.querySelectorAll('*')].flatMap((one) => [
    ...[...one.attributes].filter(({ name }) => /^on|^style$|^srcdoc$|^autofocus$/.test(name)).map(({ name }) => name),
    ...['href', 'src', 'action', 'formaction', 'data'].filter((name) => /^\\s*(javascript|data):/i.test(one.getAttribute(name) ?? '')),
    ...(one.matches('iframe, object, embed, base, math, style, animate, [http-equiv], script:not([src^="/assets/desk/"])') ? [one.tagName] : []),
  ].map((what) => what + ' in ' + one.outerHTML.slice(0, 120)))`;

/** All that can be read on a page, also in controls and folded parts, without what lies between words. */
const readable = `[document.body.textContent, ...[...document.querySelectorAll('input, textarea')].map((one) => one.value)].join(' ')`;

const plain = (text: string) => text.replace(/[\s\ufeff\u0000]+|\[U\+[0-9A-F]+\]|\ufffd|[\p{Cc}\p{Cf}\p{Cs}]/gu, '');
/** The beginning is enough: pages may cut what is long. */
const beginning = (text: string) => plain(visibleText(text)).slice(0, 40);

describe.skipIf(browser.isMissing)('forty hostile strings in a real browser', () => {
  let window: Opened;
  let address: string;
  beforeAll(async () => {
    expect(new Set(hostileStrings).size).toBe(40);
    address = await browser.serve(desk.everybody);
    window = await browser.newWindow();
    await window.page.addInitScript('globalThis.canary = () => console.error("A SCRIPT OF A STRANGER RAN")');
    // looks are no matter here, and hundreds of pages load sooner without
    await window.page.route(/\/assets\/uswds/, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  });

  async function show(path: string): Promise<string> {
    const { page } = window;
    await page.goto(`${address}${path}`, { waitUntil: 'domcontentloaded' });
    return whatIsShown(page, path);
  }

  async function whatIsShown(page: Page, path: string): Promise<string> {
    expect([path, ...(await page.evaluate<string[]>(grown))]).toEqual([path]);
    return plain(await page.evaluate<string>(readable));
  }

  const missingIn = (shown: string, texts: readonly string[] = hostileStrings) =>
    texts.filter((text) => !shown.includes(beginning(text)));
  it('stay texts on the page of a case and of a person, in each field of theirs', async () => {
    for (const [index, text] of hostileStrings.entries()) {
      for (const path of [`/cases/${referenceOf(index)}`, `/people/${personOf(index)}?on=2026-06-01`])
        expect([path, missingIn(await show(path), [text])]).toEqual([path, []]);
    }
    expect(window.troubles).toEqual([]);
  });

  it.each([
    ['a mail with forty files, doubts and rows', `/cases/${allInOne}`],
    ['trainings approved before', '/trainings'],
    ['people', '/people'],
    ['applications', '/applications'],
    ['files held back', '/quarantine'],
    ['what happened at the desk', '/audit'],
    ['a register to import', desk.importPath],
  ])('stay texts, and can all be read, in %s', async (_name, path) => {
    expect([path, missingIn(await show(path))]).toEqual([path, []]);
    expect(window.troubles).toEqual([]);
  });

  it.each([
    `/cases/${allInOne}/papers`,
    `/blind/${allInOne}`,
    '/',
    '/accounts',
    '/?view=second-person',
    '/?view=all',
    '/decided',
    '/outbox',
    '/numbers',
    '/watch',
    '/rules',
    '/blind',
  ])('stay texts in lists that show a part of them: %s', async (path) => {
    await show(path);
    const next = window.page.getByRole('link', { name: /Next/ });
    if ((await next.count()) > 0) {
      await next.first().click();
      await whatIsShown(window.page, path);
    }
    expect(window.troubles).toEqual([]);
  });

  it.each([
    ['search of cases', 0, (text: string) => `/search${desk.everybody.sealed(decodeURIComponent(text))}`],
    ['search of people', 1, (text: string) => `/people${desk.everybody.sealed(decodeURIComponent(text))}`],
    ['search of what happened', 2, (text: string) => `/audit?reference=${text}`],
    ['filters of the queue', 3, (text: string) => `/?reason=${text}&view=${text}&after=${text}&kind=${text}`],
    ['other addresses', 4, (text: string) => `/rules/what-would-change?folder=${text}&from=${text}`],
    ['an address after sign-in', 5, (text: string) => `/prove?to=${text}`],
  ])('stay texts when they are typed into the address of a page: %s', async (_name, at, addressFor) => {
    // every way takes a third of them: each text goes through two
    const mine = hostileStrings.filter((text, index) => index % 3 === at % 3 && text.length < 1_000);
    for (const text of mine) {
      const asked = addressFor(encodeURIComponent(text.toWellFormed()));
      await show(asked);
    }
    expect(window.troubles).toEqual([]);
  });

  it('cut in the middle of a sign of two halves break no page', async () => {
    const sent = await desk.everybody.post('/search', { q: `${'x'.repeat(199)}\u{1f600}` });
    expect((await desk.everybody.request(sent.headers.get('location') ?? '')).status).toBe(200);
  });

  it('would be found out, were one of them to run', async () => {
    const other = await browser.newWindow();
    await other.page.setContent('<a href="javascript:void 0">a</a><img src=x onerror="console.error(1)">');
    expect(await other.page.evaluate<string[]>(grown)).toEqual([
      expect.stringContaining('href in <a'),
      expect.stringContaining('onerror in <img'),
    ]);
    await expect.poll(() => other.troubles).toContain('1');
  });

  it('are no formula in the list that is taken out as CSV, and break none of its lines', async () => {
    const csv = await (await desk.everybody.request('/applications.csv')).text();
    const rows: string[][] = parse(csv, { bom: true });
    expect(rows).toHaveLength(hostileStrings.length + 1);
    const formulas = rows.flat().filter((cell) => /^[\s\p{Cf}]*[=+\-@|%\t\r]/u.test(cell));
    expect(formulas).toEqual([]);
    expect(plain(rows.flat().join(''))).toContain(beginning(hostileStrings[0] ?? ''));
  });
});
