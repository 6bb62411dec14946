import { describe, expect, it } from 'vitest';
import { noTries, oneMore, secondsToWait } from '#shared/domain/wrong-tries.ts';

const now = '2026-12-06T08:00:00.000Z';
const waits = (of: 'name' | 'desk', counts: readonly number[], at = now) =>
  counts.map((count) => secondsToWait({ count, lastAt: now }, of, at));

describe('wrong passwords', () => {
  it('may be typed three times under a name before there is a wait, which doubles up to half a minute', () => {
    expect(waits('name', [0, 2, 3, 4, 5, 6, 7, 60])).toEqual([0, 0, 2, 4, 8, 16, 30, 30]);
  });

  it('may be typed thirty times at a desk, which then waits four seconds at most', () => {
    expect(waits('desk', [29, 30, 31, 32, 900])).toEqual([0, 2, 4, 4, 4]);
  });

  it('are waited for from the last one on', () => {
    expect(waits('name', [5], '2026-12-06T08:00:03.500Z')).toEqual([5]);
    expect(waits('name', [5], '2026-12-06T08:00:08.000Z')).toEqual([0]);
    expect(waits('name', [5], '2026-12-06T08:01:00.000Z')).toEqual([0]);
  });

  it('are forgotten after a quiet half hour', () => {
    const many = { count: 9, lastAt: now };

    expect(oneMore(noTries, now)).toEqual({ count: 1, lastAt: now });
    expect(oneMore(many, '2026-12-06T08:29:59.999Z')).toEqual({ count: 10, lastAt: '2026-12-06T08:29:59.999Z' });
    expect(oneMore(many, '2026-12-06T08:30:00.000Z')).toEqual({ count: 1, lastAt: '2026-12-06T08:30:00.000Z' });
  });
});
