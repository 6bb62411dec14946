import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeOpenReview } from '#functions/open-review/open-review.ts';
import { makeSetAside } from '#functions/set-aside/set-aside.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { Submission } from '#shared/domain/submission.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import { aSubmission } from '#test/builders/a-submission.ts';

const clock = { now: () => '2026-12-01T15:00:10.000Z' };
let records: ReturnType<typeof openSqliteRecordStore>;
beforeEach(() => {
  records = openSqliteRecordStore(':memory:');
});
afterEach(() => records.close());

async function setAside(own: Partial<Submission>, times = 1): Promise<Submission | undefined> {
  const built = aSubmission(own);
  const { submissionId, runId } = built;
  await records.write([submissionWrite(built, 'any')]);
  const step = makeSetAside({ records, clock });
  for (let time = 0; time < times; time += 1) await step({ submissionId, runId, fault: 'GiveUp' });
  return (await findSubmission(records, submissionId))?.submission;
}

test('a mail that could not be handled waits for a person, with a reason, and is not lost', async () => {
  const submission = await setAside({ state: 'received', outcome: null, mail: null, decidedAt: null, filedAt: null });
  expect(submission).toMatchObject({ state: 'set-aside', outcome: 'needs-review' });
  expect(await findReview(records, aSubmission().submissionId)).toMatchObject({ state: 'open' });
});

test('an outcome that was written stays, and a person is told', async () => {
  const submission = await setAside({ state: 'decided', outcome: 'accepted', filedAt: null });
  expect(submission).toMatchObject({ state: 'decided', outcome: 'accepted' });
  expect(await findReview(records, aSubmission().submissionId)).not.toBeNull();
});

test.each(['decided', 'opened'] as const)('setting aside a mail that is %s twice says it once', async (state) => {
  const submission = await setAside({ state, filedAt: null }, 2);
  expect(submission?.reasons).toHaveLength(1);
});

test('a task that is open already stays the only one', async () => {
  const built = aSubmission({ outcome: 'needs-review', filedAt: null });
  await records.write([submissionWrite(built, 'any')]);
  await makeOpenReview({ records, clock })(built);
  await setAside({ outcome: 'needs-review', filedAt: null });
  expect((await findReview(records, built.submissionId))?.openedAt).toBe('2026-12-01T15:00:10.000Z');
});
