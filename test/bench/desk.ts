import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { demoLink } from '#functions/console/sign-in/accounts.ts';
import { accountPorts } from '#infra/local/account-ports.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { flagsOfCommand } from '#test/builders/flags-of-command.ts';
import { startBrowser } from '#test/journeys/browser.ts';
import { startHostProcess } from '#test/journeys/host-process.ts';
import { columns, line, openings, serverMilliseconds, type Watched, watch } from './desk-rounds.ts';
import { layDesk } from './desk-store.ts';
import { middle } from './rounds.ts';

/**
 * How soon a page of the desk can be worked with: `npm run bench:desk`. The host runs in its own process over a SQLite file with
 * 20,000 cases, of which 6,000 wait for a person; one has 12 pages of papers, one 160 trainings that nobody has decided. Every row
 * is what the machine left of a real mail, or a copy of it. `--data DIR` keeps the store for the next time.
 */
const values = flagsOfCommand(
  'npm run bench:desk -- [--cases 20000] [--open 6000] [--trainings 160] [--rounds 11] [--data DIR]',
  {
    data: { type: 'string' },
    cases: { type: 'string', default: '20000' },
    open: { type: 'string', default: '6000' },
    trainings: { type: 'string', default: '160' },
    rounds: { type: 'string', default: '11' },
  },
);
const rounds = Number(values.rounds);
const fixtures = join(import.meta.dirname, '../fixtures');
const storeSchema = z.object({ twelvePages: z.string(), openTrainings: z.string() });

async function storeIn(folder: string) {
  const note = join(folder, 'bench.json');
  if (existsSync(note)) return storeSchema.parse(JSON.parse(readFileSync(note, 'utf8')));
  const [cases, open, trainings] = [Number(values.cases), Number(values.open), Number(values.trainings)];
  const laid = await layDesk(folder, { cases, open, trainings });
  writeFileSync(note, JSON.stringify(laid));
  return laid;
}

async function linkInto(folder: string): Promise<string> {
  const records = openSqliteRecordStore(join(folder, 'records.sqlite'));
  const link = await demoLink(accountPorts(records));
  records.close();
  return link;
}

async function take(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const button = page.getByRole('button', { name: 'Take this case' });
  if (await button.isVisible()) await button.click();
  await page.getByText('This case is yours', { exact: true }).waitFor();
}

/** Something is typed into the first control, and the parts that follow the typist come back. */
async function typings({ page, pid }: Watched): Promise<{ wall: number; server: number }[]> {
  const all = [];
  for (let round = 0; round <= rounds; round += 1) {
    const answered = page.waitForResponse(/\/what-if$/);
    const server = serverMilliseconds(pid);
    await page.locator('main [data-entry] input.usa-input').first().fill(`typed ${round}`);
    const response = await answered;
    await response.finished();
    const { responseEnd } = response.request().timing();
    all.push({ wall: responseEnd, server: serverMilliseconds(pid) - server });
  }
  return all.slice(1);
}

const told = (what: string, all: readonly { wall: number; server: number }[]) =>
  columns([
    what,
    Math.round(middle(all.map(({ wall }) => wall))),
    Math.round(Math.min(...all.map(({ wall }) => wall))),
    '',
    Math.round(all.reduce((sum, { server }) => sum + server, 0) / all.length),
  ]);

/** Decided and taken back, so that it can be decided again. */
async function decisions(
  { page, pid }: Watched,
  address: string,
  times: number,
): Promise<{ wall: number; server: number }[]> {
  const all = [];
  for (let round = 0; round < times; round += 1) {
    await take(page, address);
    await page.keyboard.press('x');
    const server = serverMilliseconds(pid);
    const answered = page.waitForResponse(/\/decisions$/);
    await page.keyboard.press('Enter');
    const response = await answered;
    all.push({ wall: response.request().timing().responseStart, server: serverMilliseconds(pid) - server });
    if (response.status() !== 303)
      throw new Error(`not decided: ${await page.locator('[role=alert]').first().textContent()}`);
    await page.getByText('Nothing has gone out yet').waitFor();
    await page.keyboard.press('u');
    await page.getByText('Taken back.').first().waitFor();
  }
  return all;
}

/** What a host catches up with when it starts is not what a page costs. */
async function untilQuiet(pid: number): Promise<void> {
  for (let before = -1_000; ; ) {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const now = serverMilliseconds(pid);
    if (now - before < 50) return;
    before = now;
  }
}

async function measure(folder: string): Promise<void> {
  const { twelvePages, openTrainings } = await storeIn(folder);
  const link = await linkInto(folder);
  const registers = { roster: join(fixtures, 'roster.csv'), approved: join(fixtures, 'approved-trainings.csv') };
  const host = await startHostProcess({
    data: folder,
    ...registers,
    inbox: 'ce@example.org',
    flags: ['--text-reader', 'none', '--second-share', '0'],
  });
  const browser = await startBrowser();
  if (browser === null) throw new Error('No browser can be started here. Install Chromium, or run npm ci again.');
  try {
    const window = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await window.newPage();
    page.setDefaultTimeout(120_000);
    await untilQuiet(host.pid);
    await page.goto(`${host.consoleUrl}${link}`);
    await page.getByRole('button').last().click();
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    const watched = await watch(page, host.pid);
    const at = (path: string) => `${host.consoleUrl}${path}`;
    console.log(columns(['milliseconds', 'usable', 'quickest', 'answered', 'server CPU', 'page CPU']));
    const pageOf = async (what: string, path: string) =>
      console.log(line(what, await openings(watched, at(path), rounds)));
    await pageOf(`the queue, ${values.open} need a person`, '/');
    await pageOf('the queue with a filter', '/?reason=missing-certificate');
    await pageOf('all open cases', '/?view=all');
    await pageOf('accepted', '/?view=accepted');
    await pageOf('12 pages, nobody has it', `/cases/${twelvePages}`);
    await take(page, at(`/cases/${twelvePages}`));
    await pageOf('12 pages, in hand', `/cases/${twelvePages}`);
    console.log(told('12 pages, a pause in typing', await typings(watched)));
    await take(page, at(`/cases/${openTrainings}`));
    await pageOf(`${values.trainings} trainings, in hand`, `/cases/${openTrainings}`);
    console.log(told(`${values.trainings} trainings, a pause in typing`, await typings(watched)));
    await page.goto('about:blank');
    console.log(
      told(`${values.trainings} trainings, decided`, await decisions(watched, at(`/cases/${openTrainings}`), 2)),
    );
  } finally {
    await browser.close();
    await host.stop();
  }
}

const own = values.data === undefined ? mkdtempSync(join(tmpdir(), 'bench-desk-')) : values.data;
try {
  await measure(own);
} finally {
  if (values.data === undefined) rmSync(own, { recursive: true, force: true });
}
