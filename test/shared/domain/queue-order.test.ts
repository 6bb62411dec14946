import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import { queueLineOf } from '#shared/domain/queue-line.ts';
import { compareRanks, daysPerStep, placeOf, type QueueRank, rankAt, rankOf } from '#shared/domain/queue-order.ts';
import { aSubmission } from '#test/builders/a-submission.ts';

const today = '2026-12-10';
const lineFor = (own: Partial<ReturnType<typeof queueLineOf>>) => ({
  ...queueLineOf({ submission: aSubmission({ outcome: 'needs-review' }), judgement: null, documents: [] }),
  ...own,
});
const rank = (own: Parameters<typeof lineFor>[0], receivedOn = today) => rankOf(lineFor(own), { today, receivedOn });
const isBefore = (one: QueueRank, other: QueueRank) => compareRanks(one, other) < 0;

describe('the order of the queue', () => {
  it('puts the case whose deadline is nearer first', () => {
    expect(isBefore(rank({ due: '2026-12-12' }), rank({ due: '2026-12-31' }))).toBe(true);
    expect(isBefore(rank({ due: '2026-12-31' }), rank({ due: '2027-12-31' }))).toBe(true);
  });

  it('cannot hurry what is past its deadline: such a case stands with those that have time', () => {
    expect(isBefore(rank({ due: '2027-01-09' }), rank({ due: '2026-12-09' }))).toBe(true);
    expect(rank({ due: '2026-12-09' }).steps).toEqual(rank({ due: null }).steps);
  });

  it('counts the day itself as time left, and the day after as past', () => {
    expect(rank({ due: '2026-12-10' }).steps[0]).toBe(0);
    expect(rank({ due: '2026-12-13' }).steps[0]).toBe(0);
    expect(rank({ due: '2026-12-14' }).steps[0]).toBe(1);
  });

  it('puts what is nearly done first among cases that are equally urgent', () => {
    const near = rank({ codes: ['low-confidence'], missingCount: 0, documents: 9 });
    expect(isBefore(near, rank({ codes: ['low-confidence'], missingCount: 2, documents: 1 }))).toBe(true);
    expect(isBefore(near, rank({ codes: ['low-confidence', 'illegible'], missingCount: 0, documents: 1 }))).toBe(true);
  });

  it('puts the shorter work first among cases with as many open questions', () => {
    expect(isBefore(rank({ documents: 2 }), rank({ documents: 12 }))).toBe(true);
  });

  it('lifts a case by one step for each five days that it has waited, not a day before', () => {
    expect(rank({}, addDays(today, -daysPerStep + 1)).steps[0]).toBe(rank({}).steps[0]);
    expect(rank({}, addDays(today, -daysPerStep)).steps[0]).toBe(rank({}).steps[0] - 1);
  });

  it('B264: lets nothing starve: who has waited 25 days stands before all that came today, whatever is due when', () => {
    const lines = fc.record({
      due: fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(today, days))),
      missingCount: fc.nat({ max: 20 }),
      documents: fc.nat({ max: 50 }),
    });
    fc.assert(
      fc.property(lines, lines, fc.integer({ min: 25, max: 1_000 }), (old, fresh, days) => {
        expect(isBefore(rank(old, addDays(today, -days)), rank({ ...fresh, submissionId: other }))).toBe(true);
      }),
    );
  });

  const other = aSubmission({ number: 2 }).submissionId;
  const ranks = fc
    .record({
      steps: fc.tuple(fc.integer({ min: -9, max: 4 }), fc.nat({ max: 3 }), fc.nat({ max: 3 })),
      text: fc.constantFrom(
        '2026-11-20T15:00:00.000Z#sub_1',
        '2026-11-20T15:00:00.000Z#sub_2',
        '2026-11-21T15:00:00Z#sub_3',
      ),
    })
    .map((made): QueueRank => made);

  it('is one order for all, however the list was shuffled', () => {
    fc.assert(
      fc.property(fc.uniqueArray(ranks, { selector: placeOf }), fc.func(fc.integer()), (all, shuffle) => {
        const shuffled = all.toSorted((one, another) => shuffle(placeOf(one)) - shuffle(placeOf(another)));
        expect(shuffled.toSorted(compareRanks)).toEqual(all.toSorted(compareRanks));
      }),
    );
  });

  it('never calls two different cases equal', () => {
    fc.assert(
      fc.property(ranks, ranks, (one, another) => {
        expect(compareRanks(one, another) === 0).toBe(placeOf(one) === placeOf(another));
      }),
    );
  });

  it('puts the older case first where all else is the same, and leaves none unordered', () => {
    const came = (receivedAt: string, submissionId = aSubmission().submissionId) => rank({ receivedAt, submissionId });
    const [first, second] = [aSubmission({ number: 1 }).submissionId, other].toSorted();

    expect(isBefore(came('2026-12-10T08:00:00.000Z'), came('2026-12-10T09:00:00.000Z'))).toBe(true);
    expect(isBefore(came('2026-12-10T09:00:00.000Z'), came('2026-12-10T08:00:00.000Z'))).toBe(false);
    expect(isBefore(came('2026-12-10T08:00:00.000Z', first), came('2026-12-10T08:00:00.000Z', second))).toBe(true);
    expect(compareRanks(came('2026-12-10T08:00:00.000Z'), came('2026-12-10T08:00:00.000Z'))).toBe(0);
  });

  it('takes places of several digits, and nothing before or behind them', () => {
    expect(rankAt('-123456~123456~123456~a')).toEqual({ steps: [-123456, 123456, 123456], text: 'a' });
    for (const odd of ['x1~2~3~a', '1~2~3~a b', '1~2~3~a\n', '1234567~2~3~a', '1~2~3~', `1~2~3~${'a'.repeat(101)}`])
      expect(rankAt(odd)).toBeNull();
  });

  it('has places that can stand in an address, and takes no other', () => {
    fc.assert(
      fc.property(ranks, (one) => {
        expect(rankAt(placeOf(one))).toEqual(one);
      }),
    );
    for (const odd of ['', '1~2~3', '1~2~x~a', '1~2~3~<script>']) expect(rankAt(odd)).toBeNull();
  });
});
