import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeImportRegister } from '#functions/load-registers/import-register.ts';
import { putApprovedTraining } from '#shared/records/register-records.ts';
import type { SignedIn } from '#test/functions/console/desk.ts';
import { openPeopleDesk, storeDana } from '#test/functions/console/people-desk.ts';
import { startBrowser } from './browser.ts';

const browser: Browser | null = await startBrowser();
const rosterCsv = `specialistId,legalName,otherNames,email,credentialType,initialTrainingDate,status,employer
RPSS-0042,Dana R. Fontenot,Dana Robichaux,dana@new.example.org,RPSS,2023-03-10,active,Delta House
RPSS-0050,Bo Lee,,,RPSS,2026-02-30,active,
RPSS-0051,Zoë D'Aquin,,zoe@example.org,RPSS,2026-01-05,active,Harbor House
`;
const approved = {
  ...{ title: 'Ethics in Action: A Half-Day', provider: 'Acadian Learning', hours: '4.25', ethicsHours: '1.5' },
  ...{ approvedFrom: '2026-01-01', approvedTo: '2026-12-31' },
};
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What makes the page wider than the window; empty when nothing does. */
const tooWide = `document.documentElement.scrollWidth <= innerWidth ? [] :
  [...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => one.outerHTML.slice(0, 160))`;

describe.skipIf(browser === null)('the pages about people in a browser', () => {
  const desk = mkdtemp(join(tmpdir(), 'desk-')).then(openPeopleDesk);
  let whoAsks: SignedIn;
  let server: ServerType;
  let address: string;
  let preview = '';

  beforeAll(async () => {
    whoAsks = (await desk).as('supervisor');
    await storeDana(await desk);
    const { records, files, clock } = (await desk).deps;
    const imports = makeImportRegister({ records, files, clock });
    const file = { name: 'roster.csv', bytes: new TextEncoder().encode(rosterCsv) };
    preview = `/imports/roster/${await imports.receive('roster', file, whoAsks.staff.staffId)}`;
    await putApprovedTraining(records, approved);
    const letter = { day: '2026-06-01', askedBy: 'Harbor House', why: 'billing for June', allowed: 'yes' };
    await whoAsks.post('/people/RPSS-0042/letters', letter);
    address = await new Promise((resolve) => {
      server = serve({ fetch: whoAsks.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
    });
  });
  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  it.each([
    ['people', '/people'],
    ['person', '/people/RPSS-0042?on=2026-06-01'],
    ['import', '/imports/roster'],
    ['preview', 'PREVIEW'],
    ['trainings', '/trainings'],
  ])('break no rule of accessibility or width: %s', async (name, path) => {
    if (browser === null) throw new Error('no browser');
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    expect((await page.goto(`${address}${path === 'PREVIEW' ? preview : path}`))?.status()).toBe(200);
    await page.evaluate('for (const one of document.querySelectorAll("main details")) one.open = true');
    const { violations } = await new AxeBuilder({ page }).withTags(axeTags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const folder = process.env.PICTURES;
      if (folder) await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
      expect(await page.evaluate(tooWide)).toEqual([]);
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
