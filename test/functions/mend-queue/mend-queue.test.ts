import { beforeEach, describe, expect, it } from 'vitest';
import { makeMendQueue } from '#functions/mend-queue/mend-queue.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { countShelf, findQueueLine, queueLineWrite } from '#shared/records/queue-line-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';

let records: RecordStore;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
const mend = () => makeMendQueue({ records, clock: { now: () => '2026-11-22T14:00:00.000Z' } })();
const key = (number: number) => ({ pk: `SUB#${submissionIdFor(number)}`, sk: 'QUEUE-LINE' });

describe('mending the queue', () => {
  it('gives each mail its line back, with all that it said', async () => {
    await storeCase(records, { submission: aSubmission({ outcome: 'needs-review' }), judgement: aJudgement() });
    await storeCase(records, { submission: aSubmission({ number: 2, receivedAt: '2025-01-05T12:00:00.000Z' }) });
    const before = await findQueueLine(records, submissionIdFor(1));
    await records.write([
      { remove: key(1), expect: 'any' },
      { remove: key(2), expect: 'any' },
    ]);
    expect(await mend()).toEqual({ mended: 2 });
    expect(await findQueueLine(records, submissionIdFor(1))).toEqual(before);
    expect(await countShelf(records, 'accepted')).toBe(1);
  });

  it('lays a mail that lies on a wrong shelf where its own row says', async () => {
    await storeCase(records, { submission: aSubmission({ outcome: 'needs-review' }) });
    const line = await findQueueLine(records, submissionIdFor(1));
    if (line) await records.write([queueLineWrite({ ...line, shelf: 'duplicates' })]);
    await mend();
    expect([await countShelf(records, 'duplicates'), await countShelf(records, 'needs-person')]).toEqual([0, 1]);
  });

  it('takes away the line of a mail that is being read', async () => {
    await storeCase(records, { submission: aSubmission({ outcome: 'needs-review' }) });
    await records.write([submissionWrite(aSubmission({ outcome: null, filedAt: null }), 'any')]);
    await mend();
    expect(await countShelf(records, 'needs-person')).toBe(0);
  });

  it('changes nothing where all is as it should be', async () => {
    await storeCase(records, { submission: aSubmission() });
    expect(await mend()).toEqual({ mended: 0 });
  });
});
