import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeFileSubmission } from '#functions/file-submission/file-submission.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { countPurchase } from '#shared/records/reading-budget.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';
import { aSubmission } from '#test/builders/a-submission.ts';

let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

/** A mail of which two pages were read and nothing else is left to do; filed so many times. */
async function toldOfFiling(times: number): Promise<object[]> {
  const { submissionId, runId, ...submission } = aSubmission({ filedAt: null });
  await records.write([submissionWrite({ submissionId, runId, ...submission }, 'absent')]);
  for (let page = 0; page < 2; page++)
    await countPurchase({ records, submissionId, ceiling: 500_000 }, { what: 'page', price: 1_500 });
  const lines: string[] = [];
  const metrics = makeMetrics({ namespace: 'peer-credentials-test', write: (line) => lines.push(line) });
  const step = makeFileSubmission({
    records,
    clock: { now: () => '2026-11-20T15:00:21.000Z' },
    blindSample: { share: 0, seed: 'a test' },
    costFigures: { metrics, besideReading: 7_100 },
  });
  for (let time = 0; time < times; time++) await step({ submissionId, runId });
  return lines.map((line) => JSON.parse(line)).map(({ _aws, ...figure }) => figure);
}

describe('what a mail that is through has cost', () => {
  test('is told in millionths of a dollar: its reading as it was counted, and with all else by the price list', async () => {
    expect(await toldOfFiling(1)).toEqual([
      { Of: 'intake', MailsFiled: 1 },
      { Of: 'intake', ReadingMicrodollars: 3_000 },
      { Of: 'intake', SubmissionMicrodollars: 10_100 },
    ]);
  });

  test('is told once, however often the step is tried', async () => {
    expect(await toldOfFiling(3)).toHaveLength(3);
  });
});
