import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type ServerType, serve } from '@hono/node-server';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { noCounts } from '#shared/domain/sweep-run.ts';
import { cannotTell, fine, found, watchCodes } from '#shared/domain/watch.ts';
import { sweepRunWrite } from '#shared/records/sweep-run-records.ts';
import { keepWatchReport } from '#shared/records/watch-records.ts';
import { aSweepRun } from '#test/builders/a-standing.ts';
import { aPersonAtYearsEnd, keepFigures, yearClock } from '#test/functions/year-end/a-year.ts';
import { startBrowser } from '#test/journeys/browser.ts';
import { openDesk } from './desk.ts';

const browser: Browser | null = await startBrowser();
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const tooWide = 'document.documentElement.scrollWidth <= innerWidth';
/** A folder for pictures of the pages, for whoever wants to look at them. */
const pictures = process.env.PICTURES;

describe.skipIf(browser === null)('the watchman and the end of a year in a browser', () => {
  let server: ServerType;
  let address = '';

  beforeAll(async () => {
    const programme = programmeFacts(await readProgrammePages('shared/rules/programmes/louisiana-rpss'));
    const desk = openDesk(await mkdtemp(join(tmpdir(), 'desk-')), { programme, clock: yearClock });
    const { records } = desk;
    const said = new Map([
      [
        'case-stuck',
        found('2 mails were accepted, are not filed, and nobody works on them.', ['LA-2026-000001', 'LA-2026-000002']),
      ],
      [
        'not-conserved',
        found('Of 812 mails, 1,204 files and 2,318 credit lines something is missing.', ['LA-2026-00AB12'], 30),
      ],
      ['reading-drift', cannotTell('No field was seen 50 times lately and 50 times before.')],
      [
        'audit-chain',
        { state: 'not-built' as const, inWords: 'The audit rows are not chained by hashes yet.', about: [], count: 0 },
      ],
    ]);
    const at = '2027-01-05T17:50:00.000Z';
    const checks = watchCodes.map((code) => ({
      code,
      at,
      ...(said.get(code) ?? fine('Nothing is out of order here.')),
    }));
    await keepWatchReport(records, { at, checks });
    for (let number = 1; number <= 30; number += 1) await aPersonAtYearsEnd(records, number, { word: 'met' });
    const late = ['2026-12-20T15:00:00.000Z', '2027-01-03T15:00:00.000Z'];
    await aPersonAtYearsEnd(records, 31, {
      word: 'past-deadline-unresolved',
      mails: late,
      own: { employer: 'Bayou Health' },
    });
    await aPersonAtYearsEnd(records, 32, { word: 'past-deadline-unresolved', own: { legalName: 'A'.repeat(80) } });
    const counts = { ...noCounts, words: { '2026': { met: 30, 'past-deadline-unresolved': 2, inactive: 1 } } };
    const finishedAt = '2027-01-05T09:00:00.000Z';
    await records.write([
      sweepRunWrite(aSweepRun({ day: '2027-01-05', runId: '2027-01-05.01', finishedAt, counts }), null),
    ]);
    await keepFigures(
      records,
      { number: 1, blind: 'agrees', letters: 1 },
      {
        number: 2,
        first: 'needs-review',
        reasons: ['illegible', 'missing-certificate'],
        decidedAt: finishedAt,
        read: [{ field: 'hours', medium: 'ocr', seen: 40, corrected: 3 }],
      },
    );
    const as = desk.as('supervisor');
    address = await new Promise((resolve) => {
      server = serve({ fetch: as.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}`),
      );
    });
  });

  afterAll(async () => {
    await browser?.close();
    server.close();
  });

  it.each(['/watch', '/years/2026?seed=lottery+4711&employer=bayou', '/years/2026'])(
    'break no rule of accessibility or width that a program can check: %s',
    async (path) => {
      if (browser === null) throw new Error('no browser');
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on('console', (message) => troubles.push(message.text()));
      await page.goto(`${address}${path}`, { waitUntil: 'load' });
      const { violations } = await new AxeBuilder({ page }).withTags(axeTags).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
      const name = path.replace(/\W+/g, '-');
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-1280.png`), fullPage: true });
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await page.evaluate(tooWide)).toBe(true);
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-390.png`), fullPage: true });
      expect(troubles).toEqual([]);
      await context.close();
    },
  );
});
