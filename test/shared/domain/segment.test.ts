import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/day-arithmetic.ts';
import { fullLookNights, isFullLookDay, segmentOf, segments } from '#shared/domain/segment.ts';

const ids = Array.from({ length: 16_000 }, (_each, at) => `RPSS-${String(at).padStart(6, '0')}`);

describe('segments of the roster', () => {
  it('share people evenly, also when their ids are counted up', () => {
    const sizes = segments.map((segment) => ids.filter((id) => segmentOf(id) === segment).length);
    expect(segments).toHaveLength(16);
    expect(Math.min(...sizes)).toBeGreaterThan(900);
    expect(Math.max(...sizes)).toBeLessThan(1_100);
  });

  it('never change: rows are where they were put', () => {
    expect(['RPSS-0042', 'a', ''].map(segmentOf)).toEqual(['00', '03', '11']);
  });
});

describe('the rotating full look', () => {
  it('comes to everybody once in 28 nights, and to as many each night', () => {
    const nights = Array.from({ length: fullLookNights }, (_each, at) => addDays('2026-12-20', at));
    const some = ids.slice(0, 2_000);
    for (const id of some.slice(0, 200)) expect(nights.filter((day) => isFullLookDay(id, day))).toHaveLength(1);
    const sizes = nights.map((day) => some.filter((id) => isFullLookDay(id, day)).length);
    expect(Math.min(...sizes)).toBeGreaterThan(35);
    expect(Math.max(...sizes)).toBeLessThan(115);
  });
});
