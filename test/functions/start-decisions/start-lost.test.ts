import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeStartLost } from '#functions/start-decisions/start-lost.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { nextRunIdOf, type RunId } from '#shared/domain/ids.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { aSubmission, type SubmissionOverrides, submissionIdFor } from '#test/builders/a-submission.ts';

const now = '2026-12-20T15:00:00.000Z';
const [hourAgo, justNow] = ['2026-12-20T14:00:00.000Z', '2026-12-20T14:50:00.000Z'] as const;

describe('mails and items that are open and that nobody works on', () => {
  let records: ReturnType<typeof openSqliteRecordStore>;
  let going: Set<RunId>;
  let started: RunId[];
  beforeEach(() => {
    records = openSqliteRecordStore(':memory:');
    going = new Set();
    started = [];
  });
  afterEach(() => records.close());

  async function lying(number: number, own: SubmissionOverrides = {}) {
    const submission = aSubmission({ number, receivedAt: hourAgo, filedAt: null, ...own });
    await records.write([submissionWrite(submission, 'absent')]);
    return submission;
  }
  const startLost = (refused?: RunId) =>
    makeStartLost({
      records,
      clock: { now: () => now },
      runs: { isGoingOn: async (_machine, runId) => going.has(runId) },
      runner: {
        async start(_machine, runId) {
          if (runId === refused) throw new GiveUp('this one is refused');
          started.push(runId);
        },
      },
    })();

  test('are begun under their own names: what moved here, and what lost its start', async () => {
    const [one, other] = [await lying(1), await lying(2)];
    expect(await startLost()).toEqual({ asked: 2 });
    expect(started).toEqual([one.runId, other.runId]);
  });

  test('are left alone while they came a moment ago, once they are filed, and where a person sent them through again', async () => {
    await lying(1, { receivedAt: justNow });
    await lying(2, { filedAt: now });
    await lying(3, { runId: nextRunIdOf(aSubmission({ number: 3 }).runId) });
    expect(await startLost()).toEqual({ asked: 0 });
  });

  test('are left to the run of their mail while it goes on, and begun by runs of their own once it is gone', async () => {
    const mail = await lying(1, { filedAt: now });
    const item = await lying(2, { itemOf: { mail: submissionIdFor(1), number: 1, of: 2, unread: 0 } });
    going.add(mail.runId);
    await startLost();
    expect(started).toEqual([]);

    going.clear();
    await startLost();
    expect(started).toEqual([item.runId]);
  });

  test('hold up none of the others where one of them cannot be begun', async () => {
    const [one, other] = [await lying(1), await lying(2)];
    await expect(startLost(one.runId)).rejects.toThrow('refused');
    expect(started).toEqual([other.runId]);
  });
});
