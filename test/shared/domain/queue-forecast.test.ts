import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastQueue, type QueueFacts } from '#shared/domain/queue-forecast.ts';
import { waitingAges } from '#shared/domain/waiting-ages.ts';

/** `perDay` decisions on each of the last fourteen days before 1 December. */
const decisions = (perDay: number) =>
  Array.from({ length: 14 * perDay }, (_, at) => `2026-11-${17 + Math.floor(at / perDay)}T15:00:00.000Z`);
const queue = (own: Partial<QueueFacts>): QueueFacts => {
  return { open: 60, decided: decisions(5), arrived: 28, today: '2026-12-01', due: '2026-12-31', ...own };
};

describe('when the queue is empty', () => {
  it('follows from what is decided a day, less what comes in', () => {
    const rates = { decidedPerDay: 5, arrivingPerDay: 2 };
    expect(forecastQueue(queue({}))).toEqual({ is: 'on', day: '2026-12-21', spareDays: 10, ...rates });
  });

  it('can lie behind the deadline', () => {
    expect(forecastQueue(queue({ open: 120 }))).toMatchObject({ is: 'on', day: '2027-01-10', spareDays: -10 });
  });

  it('is never, where as much comes in as is decided', () => {
    expect(forecastQueue(queue({ arrived: 70 }))).toMatchObject({ is: 'never' });
  });

  it('cannot be told from a few decisions, nor from one busy day', () => {
    expect(forecastQueue(queue({ decided: decisions(1) }))).toEqual({ is: 'cannot-tell', decisions: 14, days: 14 });
    const oneDay = Array.from({ length: 200 }, () => '2026-11-30T15:00:00.000Z');
    expect(forecastQueue(queue({ decided: oneDay }))).toEqual({ is: 'cannot-tell', decisions: 200, days: 1 });
  });

  it('is now, where nothing waits', () => {
    expect(forecastQueue(queue({ open: 0, decided: [] }))).toEqual({ is: 'empty' });
  });

  it('says nothing of spare days where each person has a deadline of their own', () => {
    expect(forecastQueue(queue({ due: null }))).toMatchObject({ spareDays: null });
  });
});

describe('the ages of what waits', () => {
  const now = '2026-12-01T15:00:00.000Z';
  const hoursAgo = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString();

  it('put each boundary into the later step', () => {
    const { steps, oldestDays } = waitingAges([0, 23.9, 24, 71.9, 72, 168, 336, 719.9, 720].map(hoursAgo), now);
    expect(steps.map(({ count }) => count)).toEqual([2, 2, 1, 1, 2, 1]);
    expect(oldestDays).toBe(30);
  });

  it('count everything once, also what a wrong clock put into the future', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 5000 })), (hours) => {
        const { steps } = waitingAges(hours.map(hoursAgo), now);
        expect(steps.reduce((all, { count }) => all + count, 0)).toBe(hours.length);
      }),
    );
  });

  it('are none where nothing waits', () => {
    expect(waitingAges([], now).oldestDays).toBeNull();
  });
});
