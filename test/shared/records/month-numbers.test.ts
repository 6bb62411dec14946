import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { CaseFigures } from '#shared/domain/case-figures.ts';
import { addUp } from '#shared/domain/numbers.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { figuresWrites, findFigures, listDecisionTimes } from '#shared/records/figures-records.ts';
import { numbersOfMonth } from '#shared/records/month-numbers.ts';
import { anyFigures, someFigures } from '#test/builders/case-figures.ts';

const month = '2026-11';

async function keep(records: RecordStore, figures: CaseFigures): Promise<void> {
  const known = await findFigures(records, figures.submissionId, figures.receivedAt);
  await records.write(figuresWrites(figures, known?.version ?? null));
}

describe('the numbers of a month', () => {
  it('are those of its mails, however often they were looked at and changed in between', async () => {
    const steps = fc.array(fc.record({ figures: anyFigures, isLookedAt: fc.boolean() }), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const records = openSqliteRecordStore(':memory:');
        const latest = new Map<string, CaseFigures>();
        for (const { figures, isLookedAt } of all) {
          await keep(records, figures);
          latest.set(`${figures.receivedAt}#${figures.submissionId}`, figures);
          if (isLookedAt) await numbersOfMonth(records, month);
        }
        expect(await numbersOfMonth(records, month)).toEqual(addUp([...latest.values()]));
        records.close();
      }),
      { numRuns: 40 },
    );
  });

  it('lose no change that comes while they are added up', async () => {
    const records = openSqliteRecordStore(':memory:');
    await keep(records, someFigures({ number: 1 }));
    const meddling: RecordStore = {
      ...records,
      list: async (query) => {
        const page = await records.list(query);
        const isReadingHour = query.pk === `FIGURES#${month}`;
        if (isReadingHour) await keep(records, someFigures({ number: 2, first: 'needs-sender' }));
        return page;
      },
    };
    expect((await numbersOfMonth(meddling, month)).received).toBe(1);
    expect((await numbersOfMonth(records, month)).received).toBe(2);
    records.close();
  });

  it('read the mails of an hour once, and then only its sum', async () => {
    const records = openSqliteRecordStore(':memory:');
    await keep(records, someFigures({ number: 1 }));
    await keep(records, someFigures({ number: 2, receivedAt: '2026-11-20T16:00:00.000Z' }));
    const read: string[] = [];
    const watched: RecordStore = {
      ...records,
      list: (query) => {
        if (query.skStartsWith) read.push(query.skStartsWith);
        return records.list(query);
      },
    };
    await numbersOfMonth(watched, month);
    await numbersOfMonth(watched, month);
    await keep(records, someFigures({ number: 1, now: 'needs-review' }));
    expect((await numbersOfMonth(watched, month)).now['needs-review']).toBe(1);
    expect(read).toEqual(['2026-11-20T15', '2026-11-20T16', '2026-11-20T15']);
    records.close();
  });
});

describe('when people decided', () => {
  it('is listed by the day of the decision, not of the mail, and a mail decided anew once', async () => {
    const records = openSqliteRecordStore(':memory:');
    const early = { number: 1, receivedAt: '2026-03-01T10:00:00.000Z' };
    await keep(records, someFigures({ ...early, decidedAt: '2026-11-02T10:00:00.000Z' }));
    await keep(records, someFigures({ ...early, decidedAt: '2026-11-05T10:00:00.000Z' }));
    await keep(records, someFigures({ number: 2, decidedAt: '2026-10-30T10:00:00.000Z' }));
    expect(await listDecisionTimes(records, month, '2026-11-01')).toEqual(['2026-11-05T10:00:00.000Z']);
    expect(await listDecisionTimes(records, month, '2026-11-06')).toEqual([]);
    records.close();
  });
});
