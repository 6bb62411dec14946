import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCanary } from '#functions/canary/canary.ts';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { isCanaryMail } from '#shared/domain/canary.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { pageOfFigures } from '#shared/records/figures-records.ts';
import { numbersBetween } from '#shared/records/month-numbers.ts';
import { listReviews } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { anOfficeWithMails, type Office } from '#test/builders/an-office-with-mails.ts';

let office: Office;
let sent: string;
let now: string;
let figures: number[];
beforeEach(async () => {
  now = '2026-12-20T15:00:00.000Z';
  let ticks = 0;
  const clock = { now: () => new Date(Date.parse(now) + ticks++).toISOString() };
  office = await anOfficeWithMails([], now, { clock });
  sent = await mkdtemp(join(tmpdir(), 'canary-'));
  figures = [];
});
afterEach(async () => {
  await office.close();
  await rm(sent, { recursive: true, force: true });
});

let made = 0;
const aCanary = (own: Partial<Parameters<typeof makeCanary>[0]> = {}) =>
  makeCanary({
    records: office.records,
    mailSender: openFolderMailSender(sent, 'ce@office.example'),
    clock: { now: () => now },
    ids: { next: () => `token${made++}` },
    metrics: makeMetrics({ namespace: 'a-test', write: (line) => figures.push(JSON.parse(line).CanaryThrough) }),
    inbox: 'ce@office.example',
    ...own,
  });

/** What the canary has sent, as the mail service would hand it over. */
async function takeWhatWasSent(change: (mail: string) => string = (mail) => mail) {
  const [name = ''] = (await readdir(sent)).filter((one) => one.endsWith('.eml'));
  const raw = change(await readFile(join(sent, name), 'utf8'));
  await rm(join(sent, name));
  return office.take(Buffer.from(raw), now);
}

describe('the canary', () => {
  test('sends itself a mail, sees it through the whole way next time, and sends another', async () => {
    expect(await aCanary()()).toEqual({ fate: null, packet: null });
    await takeWhatWasSent();
    now = '2026-12-20T16:00:00.000Z';

    expect(await aCanary()()).toEqual({ fate: 'through', packet: null });
    expect(figures).toEqual([1]);
    await takeWhatWasSent();
    now = '2026-12-20T17:00:00.000Z';
    expect(await aCanary()()).toEqual({ fate: 'through', packet: null });
  });

  test('says so when its mail did not arrive, was held up, or became a case', async () => {
    await aCanary()();
    now = '2026-12-20T16:00:00.000Z';
    expect(await aCanary()()).toEqual({ fate: 'lost', packet: null });

    now = '2026-12-20T16:20:00.000Z';
    await takeWhatWasSent();
    await takeWhatWasSent();
    expect(await aCanary()()).toEqual({ fate: 'late', packet: null });

    await takeWhatWasSent((mail) => mail.replace(/^(?:Auto-Submitted|X-Auto|List-).*\r?\n/gm, ''));
    expect(await aCanary()()).toEqual({ fate: 'wrong', packet: null });
    expect(figures).toEqual([0, 0, 0]);
  });

  test('finds its mail on the other side of a month that ended', async () => {
    now = '2026-12-31T23:59:00.000Z';
    await aCanary()();
    now = '2027-01-01T00:01:00.000Z';
    const id = await takeWhatWasSent();
    expect((await findSubmission(office.records, id))?.submission.envelope.receivedAt).toBe(now);

    expect(await aCanary()()).toEqual({ fate: 'through', packet: null });
  });

  test('misses next time what could not even be sent', async () => {
    const refusing = { send: () => Promise.reject(new GiveUp('the mail service refuses')) };
    await expect(aCanary({ mailSender: refusing })()).rejects.toThrow('refuses');

    expect(await aCanary()()).toEqual({ fate: 'lost', packet: null });
  });
});

describe('the mail of a canary', () => {
  test('is answered by nobody, waits for nobody, and counts in no figure of the year; the ledger knows it all the same', async () => {
    await aCanary()();
    const id = await takeWhatWasSent();
    const submission = (await findSubmission(office.records, id))?.submission;

    expect(submission).toMatchObject({ outcome: 'not-a-submission', reasons: [] });
    expect(submission && isCanaryMail(submission)).toBe(true);
    expect(await findAnswer(office.records, id)).toBeNull();
    expect(await listReviews(office.records, 'open')).toEqual([]);
    expect((await pageOfFigures(office.records, '2026-12', { limit: 10 })).figures).toEqual([]);
    const year = await numbersBetween(office.records, '2026-01-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z');
    expect(year.days).toEqual([]);
    const proved = await makeProveLedger({ ...office, clock: { now: () => now } })({ withStore: true });
    expect(proved.faults).toEqual([]);
  });

  test('with papers in it, or sent by a person, is a mail like any other', async () => {
    await aCanary()();
    const id = await takeWhatWasSent((mail) => mail.replace(/^(?:Auto-Submitted|X-Auto|List-).*\r?\n/gm, ''));

    const submission = (await findSubmission(office.records, id))?.submission;
    expect(submission && isCanaryMail(submission)).toBe(false);
    expect((await pageOfFigures(office.records, '2026-12', { limit: 10 })).figures).toHaveLength(1);
  });
});
