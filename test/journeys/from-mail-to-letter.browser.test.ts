import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoLink } from '#functions/console/sign-in/accounts.ts';
import { accountPorts } from '#infra/local/account-ports.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { startPdfium } from '#shared/reading/pdfium-engine.ts';
import { readPdf } from '#shared/reading/read-pdf.ts';
import { inbox } from '#test/fixtures/make/mail.ts';
import { type HostProcess, startHostProcess } from './host-process.ts';
import { inABrowser } from './in-a-browser.ts';

const browser = await inABrowser();
const fixtures = join(import.meta.dirname, '../fixtures');

/** One mail from its delivery to a letter that an employer holds in hand, through the real host; nobody but the browser decides. */
describe.skipIf(browser.isMissing)('a mail, from its delivery to what follows from it', () => {
  let data = '';
  let host: HostProcess;
  let page: Page;
  let troubles: string[];

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'mail-to-letter-'));
    const records = openSqliteRecordStore(join(data, 'records.sqlite'));
    const link = await demoLink(accountPorts(records));
    records.close();
    host = await startHostProcess({
      ...{ data, inbox, roster: join(fixtures, 'roster.csv'), approved: join(fixtures, 'approved-trainings.csv') },
      flags: ['--text-reader', 'none', '--receipt-time', 'header', '--undo-seconds', '1', '--second-share', '0'],
    });
    ({ page, troubles } = await browser.newWindow());
    await page.goto(`${host.consoleUrl}${link}`);
    await page.getByRole('button').last().click();
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
  }, 120_000);
  afterAll(async () => {
    await host?.stop();
    await rm(data, { recursive: true, force: true });
  });

  it('comes in by SMTP, waits for a person, who takes it from the queue', async () => {
    await deliver('19-governmental-ethics.eml');
    await expect.poll(() => openCases(page), { timeout: 60_000, interval: 1_000 }).toBe(1);
    await page.keyboard.press('n');
    await page.getByText('This case is yours', { exact: true }).waitFor();
    expect(await page.locator('#why').locator('..').textContent()).toContain('Governmental Ethics');
  }, 120_000);

  it('hands out its papers as they were sent, from another origin, to which no cookie of the desk goes', async () => {
    const coming = page.waitForEvent('download');
    await page.locator('a[href^="/originals/"]').first().click();
    const download = await coming;
    const { origin, pathname } = new URL(download.url());

    expect(origin).not.toBe(new URL(host.consoleUrl).origin);
    expect(pathname).toBe('/file');
    expect(await page.context().cookies(origin)).toEqual([]);
    expect((await page.context().cookies(host.consoleUrl)).length).toBeGreaterThan(0);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    // it was good once
    expect((await fetch(download.url())).status).toBe(403);
    expect(page.url()).toContain(host.consoleUrl);
  }, 60_000);

  it('is accepted by that person, with a reason for the training that the machine left open', async () => {
    const training = page.locator('#credits-part details.desk-ruling[open]').first();
    await training.getByLabel('This training').selectOption('yes');
    await training.getByLabel('Counts as').selectOption('ethics');
    await training.getByLabel('Your reason').fill('It is about the work of peers, and no job required it.');
    await page.locator('#outcome-line').getByText('Accepted').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await page.getByText('You decided').or(page.getByText('Nothing has gone out yet')).first().waitFor();
  }, 60_000);

  it('is answered by a letter in the outbox, once the time to take it back is over', async () => {
    // the first says that a person looks at it
    await expect.poll(async () => (await letters()).length, { timeout: 60_000, interval: 500 }).toBe(2);
    const accepted = (await letters()).filter((letter) => letter.includes('your report is complete'));
    expect(accepted).toEqual([expect.stringMatching(/^To: marlon\.dorsey@capitalpeer\.example\.org\r?$/m)]);
    expect(accepted[0]).toContain('You have 10 hours.');
  }, 90_000);

  it('lets an employer have it in writing that the person is active', async () => {
    await page.reload();
    await page.locator('#who').locator('..').getByRole('link', { name: /RPSS-/ }).first().click();
    await page.getByRole('button', { name: 'Was this person active?' }).first().click();
    await page.getByText(/Make a letter about/).click();
    await page.getByLabel('Who asked').fill('Harbor House');
    await page.getByLabel('Why they may know').fill('They employ this person, who agreed in writing.');
    await page.getByText('I checked that they may know').click();
    await page.getByRole('button', { name: 'Make the letter (PDF)' }).click();
    await page.getByText('The letter is made.').waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: /\(PDF\)/ }).click();
    const bytes = await readFile(await (await coming).path());
    expect(await wordsIn(bytes)).toMatch(/Marlon Dorsey.*Harbor House|Harbor House.*Marlon Dorsey/);
    expect(troubles).toEqual([]);
  }, 60_000);

  async function deliver(file: string): Promise<void> {
    const raw = await readFile(join(fixtures, 'mail', file));
    const from = /^return-path:\s*<([^>\r\n]*)>/im.exec(raw.toString('latin1'))?.[1] ?? '';
    const transport = createTransport({ host: '127.0.0.1', port: host.smtpPort, secure: false, ignoreTLS: true });
    await transport.sendMail({ envelope: { from, to: [inbox] }, raw });
    transport.close();
  }

  async function letters(): Promise<string[]> {
    const folder = join(data, 'outbox');
    const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.eml'));
    return Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  }
});

async function wordsIn(pdf: Uint8Array): Promise<string> {
  const read = await readPdf(await startPdfium(), pdf);
  if (read.outcome !== 'read') throw new Error(`the letter cannot be read: ${read.outcome}`);
  return read.reading.pages.flatMap(({ words }) => words.map(({ text }) => text)).join(' ');
}

async function openCases(page: Page): Promise<number> {
  await page.goto(new URL('/', page.url()).href);
  return page.locator('[data-line]').count();
}
