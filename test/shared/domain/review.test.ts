import { describe, expect, it } from 'vitest';
import { movedTo, waitedSeconds } from '#shared/domain/review.ts';
import { submissionIdFor } from '#test/builders/a-submission.ts';

const first = submissionIdFor(1);

describe('how long a case has waited for the office', () => {
  const openedAt = '2026-12-01T00:00:00.000Z';
  const task = { submissionId: first, reference: 'LA-2026-000001', openedAt, reasons: [], state: 'open' as const };
  const at = (day: number) => `2026-12-${String(day).padStart(2, '0')}T00:00:00.000Z`;
  const days = (given: Parameters<typeof waitedSeconds>[0], now: string) => waitedSeconds(given, now) / 86_400;

  it('leaves out the days on which the sender was asked, those that are over and those that go on', () => {
    const pauses = [{ from: at(3), to: at(5) }];
    expect(days(task, at(11))).toBe(10);
    expect(days({ ...task, pauses }, at(11))).toBe(8);
    expect(days({ ...task, pauses, state: 'waiting-for-sender', since: at(9) }, at(11))).toBe(6);
    expect(days({ ...task, pauses, state: 'closed', since: at(9) }, at(20))).toBe(6);
  });

  it('counts no pause from before it was opened, and is never less than nothing', () => {
    expect(days({ ...task, openedAt: at(8), pauses: [{ from: at(3), to: at(9) }] }, at(11))).toBe(2);
    expect(days(task, '2026-11-30T00:00:00.000Z')).toBe(0);
  });

  it('keeps only pauses that took time, after a state whose beginning is known', () => {
    const closed = { ...task, state: 'closed' as const };

    expect(movedTo({ ...closed, since: at(5) }, 'open', at(5)).pauses).toBeUndefined();
    expect(movedTo({ ...closed, since: at(6) }, 'open', at(5)).pauses).toBeUndefined();
    expect(movedTo(closed, 'open', at(5))).toEqual({ ...closed, state: 'open', since: at(5) });
    expect(movedTo({ ...task, since: at(3) }, 'closed', at(5))).toEqual({ ...task, state: 'closed', since: at(5) });
  });

  it('stands still from the letter on, whatever state comes next', () => {
    const waiting = { ...task, state: 'waiting-for-sender' as const, since: at(3) };
    const open = movedTo(waiting, 'open', at(5));
    expect(open.pauses).toEqual([{ from: at(3), to: at(5) }]);
    expect(movedTo(open, 'settling', at(8)).pauses).toEqual(open.pauses);
    expect(days(movedTo(waiting, 'closed', at(5)), at(20))).toBe(2);
  });
});
