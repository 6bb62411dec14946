import { afterEach, describe, expect, test } from 'vitest';
import { receiptTimeOf } from '#infra/local/receipt-time.ts';
import { resumeOpenRuns } from '#infra/local/resume-open-runs.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import { readMailDate } from '#shared/mail/mail-date.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { runInputSchema } from '#shared/workflow/steps.ts';
import { codesOf, complete, judged } from '#test/builders/a-judged-mail.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';

const zone = 'America/Chicago';

describe('the last day of a year', () => {
  test('B184: ends where the office is: one second before midnight there is in time', () => {
    expect(dayIn(zone, '2026-01-01T05:59:59.000Z')).toBe('2025-12-31');
    expect(dayIn(zone, '2026-01-01T06:00:00.000Z')).toBe('2026-01-01');
  });

  test('B185: is over for a mail that came a second after it, whatever date the mail bears', async () => {
    const mail = { headerDate: '2026-12-31T23:00:00.000Z' };
    const inTime = await judged({ documents: complete, receivedAt: '2027-01-01T05:59:59.000Z', mail });
    const late = await judged({ documents: complete, receivedAt: '2027-01-01T06:00:01.000Z', mail });

    expect(inTime.outcome).toBe('accepted');
    expect(late.outcome).toBe('needs-review');
    expect(codesOf(late)).toContain('past-deadline');
  });

  test('B191: is judged by when a mail was taken at last, not by a first try that was turned away', () => {
    const mail = Buffer.from(
      [
        'Received: from a.test by mx.office.example with ESMTPS; Fri, 01 Jan 2027 00:20:00 -0600',
        'Date: Thu, 31 Dec 2026 23:50:00 -0600',
        '',
        'hello',
      ].join('\r\n'),
    );

    expect(receiptTimeOf(mail, '2027-01-01T06:30:00.000Z', 'header')).toEqual({
      receivedAt: '2027-01-01T06:20:00.000Z',
      receivedBy: 'mail-server',
      takenAt: '2027-01-01T06:30:00.000Z',
    });
    expect(receiptTimeOf(mail, '2027-01-01T06:30:00.000Z', 'clock')).toEqual({
      receivedAt: '2027-01-01T06:30:00.000Z',
      receivedBy: 'clock',
    });
  });

  test('B188: an hour that does not exist, or exists twice, has a day all the same', () => {
    const instants = [
      '2026-03-08T07:59:59.000Z',
      '2026-03-08T08:00:00.000Z',
      '2026-11-01T06:30:00.000Z',
      '2026-11-01T07:30:00.000Z',
    ];

    expect(instants.map((instant) => dayIn(zone, instant))).toEqual([
      '2026-03-08',
      '2026-03-08',
      '2026-11-01',
      '2026-11-01',
    ]);
  });
});

describe('the clock of the machine', () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  test.each(['UTC', 'Pacific/Auckland', 'America/Chicago'])(
    'B293: may stand in %s: nothing comes out otherwise',
    async (place) => {
      process.env.TZ = place;

      expect(readMailDate('Thu, 31 Dec 2026 23:59:59 -0600')).toBe('2027-01-01T05:59:59.000Z');
      expect(dayIn(zone, '2027-01-01T05:59:59.000Z')).toBe('2026-12-31');
      expect((await judged({ documents: complete, receivedAt: '2027-01-01T05:59:59.000Z' })).outcome).toBe('accepted');
      expect((await judged({ documents: complete, receivedAt: '2027-01-01T06:00:01.000Z' })).outcome).toBe(
        'needs-review',
      );
    },
  );
});

test('B254: ten thousand cases that wait for people hold up no start: only what was in flight goes on', async () => {
  const records = openSqliteRecordStore(':memory:');
  const waiting = Array.from({ length: 10_000 }, (_, at) =>
    submissionWrite(aSubmission({ number: at + 1, outcome: 'needs-review' }), 'any'),
  );
  for (let at = 0; at < waiting.length; at += 25) await records.write(waiting.slice(at, at + 25));
  const inFlight = aSubmission({ number: 20_000, state: 'opened', outcome: null, filedAt: null, decidedAt: null });
  await records.write([submissionWrite(inFlight, 'any')]);
  const started: string[] = [];
  const runner = { start: async (_machine: string, runId: string) => void started.push(runId) };

  await resumeOpenRuns({
    records,
    runner: { ...runner, idle: async () => {}, stop: async () => {}, isGoingOn: async () => false },
  });

  expect(started).toEqual([inFlight.runId]);
  records.close();
});

test('B266: a run is handed ids and nothing else, whatever somebody puts beside them', () => {
  const { runId, submissionId } = aSubmission({ number: 1 });

  const input = runInputSchema.parse({ runId, submissionId, text: 'x'.repeat(300_000) });

  expect(JSON.stringify(input).length).toBeLessThan(200);
  expect(input).toEqual({ runId, submissionId: submissionIdFor(1) });
});
