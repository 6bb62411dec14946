import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { filterIn, type QueueFilter, queryOf } from '#functions/console/queue/queue-filter.ts';
import { readQueue } from '#functions/console/queue/read-queue.ts';
import { filedViews, workViews } from '#functions/console/queue-view.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { newLease } from '#shared/domain/lease.ts';
import { outcomes } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { decisionWrite } from '#shared/records/decision-records.ts';
import { leaseWrite } from '#shared/records/lease-records.ts';
import { aDecision } from '#test/builders/a-decision.ts';
import { aDocument } from '#test/builders/a-document.ts';
import { aJudgement } from '#test/builders/a-judgement.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission, submissionIdFor } from '#test/builders/a-submission.ts';
import { ann, ben } from '#test/builders/staff.ts';

const moment = { now: '2026-12-10T15:00:00.000Z', timeZone: 'America/Chicago' };
const views = [...workViews, ...filedViews, 'all'] as const;

const cases = fc.array(
  fc.record({
    outcome: fc.constantFrom(...outcomes, null),
    isAside: fc.boolean(),
    code: fc.constantFrom('low-confidence', 'missing-certificate', 'identity-unknown'),
    day: fc.integer({ min: 1, max: 28 }),
    due: fc.constantFrom('2026-12-31', '2026-11-10', null),
    reading: fc.constantFrom('ocr', 'text-layer'),
    holder: fc.constantFrom(ann, ben, null),
    decision: fc.constantFrom('proposed', 'waiting', 'undone', null),
  }),
  { minLength: 1, maxLength: 14 },
);
type RandomCase = typeof cases extends fc.Arbitrary<(infer One)[]> ? One : never;

const filters = fc.record({
  view: fc.constantFrom(...views),
  reason: fc.constantFrom('low-confidence', 'missing-certificate', null),
  kind: fc.constantFrom('certificate', 'ce-report', null),
  medium: fc.constantFrom('ocr', null),
  held: fc.constantFrom('me', 'nobody', 'others', null),
  year: fc.constantFrom(2026, 2027, null),
  month: fc.constantFrom('2026-10', '2026-11', null, null),
  isLate: fc.boolean(),
}) satisfies fc.Arbitrary<QueueFilter>;

async function store(records: RecordStore, number: number, made: RandomCase): Promise<void> {
  const submissionId = submissionIdFor(number);
  const period = { person: 0, year: 2026, start: null, lastDay: null, due: made.due };
  const isDone = made.outcome !== null;
  const submission = aSubmission({
    number,
    outcome: made.outcome,
    state: made.isAside && isDone ? 'set-aside' : 'decided',
    receivedAt: `2026-11-${String(made.day).padStart(2, '0')}T15:00:00.000Z`,
    reasons: [{ code: made.code, text: made.code }],
    ...(isDone ? {} : { filedAt: null }),
  });
  const judgement = aJudgement({ periods: made.due === null ? [] : [period] });
  await storeCase(records, { submission, judgement, documents: [aDocument({ reading: made.reading })] });
  if (made.holder !== null) await records.write([leaseWrite(submissionId, newLease(made.holder, moment.now), null)]);
  if (made.decision !== null && isDone) {
    await records.write([decisionWrite(aDecision({ submissionId, state: made.decision }), null)]);
  }
}

/** Page after page, to the end. */
async function walk(records: RecordStore, filter: QueueFilter): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const asked: Parameters<typeof readQueue>[2] = { filter, me: ann, limit: 3, ...(after === null ? {} : { after }) };
    const list = await readQueue(records, moment, asked);
    found.push(...list.items.map(({ line }) => line.reference));
    after = list.after;
  } while (after !== null);
  return found;
}

describe('the counts of the queue', () => {
  it('are the lengths of the lists, for whatever cases there are and whatever is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(cases, filters, async (made, filter) => {
        const records = openSqliteRecordStore(':memory:');
        for (const [at, one] of made.entries()) await store(records, at + 1, one);
        const { counts } = await readQueue(records, moment, { filter, me: ann, limit: 25 });
        for (const view of views) {
          const listed = await walk(records, { ...filter, view });
          const { looked } = await readQueue(records, moment, { filter: { ...filter, view }, me: ann, limit: 25 });
          expect([view, listed.length]).toEqual([view, looked?.fitting ?? counts[view]]);
          expect(new Set(listed).size).toBe(listed.length);
        }
        records.close();
      }),
      { numRuns: 40 },
    );
  });

  it('add up to all cases that there are: each stands in one list', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (made) => {
        const records = openSqliteRecordStore(':memory:');
        for (const [at, one] of made.entries()) await store(records, at + 1, one);
        const all = [];
        for (const view of [...workViews, ...filedViews])
          all.push(...(await walk(records, { ...filterIn(new URLSearchParams()), view })));
        expect(all.toSorted()).toEqual(made.map((_, at) => `LA-2026-${String(at + 1).padStart(6, '0')}`));
        records.close();
      }),
      { numRuns: 40 },
    );
  });
});

describe('a page of the queue', () => {
  let records: ReturnType<typeof openSqliteRecordStore>;
  beforeAll(async () => {
    records = openSqliteRecordStore(':memory:');
    for (let number = 1; number <= 9; number += 1) {
      await storeCase(records, { submission: aSubmission({ number, outcome: 'needs-review' }) });
    }
  });

  it('goes on behind a place: who leaves the list meanwhile takes nobody else out of it', async () => {
    const filter = filterIn(new URLSearchParams());
    const first = await readQueue(records, moment, { filter, me: ann, limit: 4 });
    const [gone] = first.items;
    if (!gone || first.after === null) throw new Error('there are two pages');
    const submission = aSubmission({ submissionId: gone.line.submissionId, reference: gone.line.reference });
    await records.write([decisionWrite(aDecision({ submissionId: submission.submissionId }), null)]);
    const second = await readQueue(records, moment, { filter, me: ann, limit: 9, after: first.after });
    expect(second.items.map(({ line }) => line.reference)).toEqual(
      [5, 6, 7, 8, 9].map((number) => `LA-2026-00000${number}`),
    );
  });

  it('is asked for by an address that says the same when it is read again', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterIn(new URLSearchParams(queryOf(filter)))).toEqual(filter);
      }),
    );
  });
});
