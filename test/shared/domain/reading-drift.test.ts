import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadFigures } from '#shared/domain/read-figures.ts';
import { readingDrift, seenMin } from '#shared/domain/reading-drift.ts';

const hours = (seen: number, corrected: number): ReadFigures => ({ field: 'hours', medium: 'ocr', seen, corrected });

describe('reading that gets worse', () => {
  it('is found where far more values are corrected than before', () => {
    const { drifted } = readingDrift([hours(400, 8)], [hours(200, 40)]);
    expect(drifted).toMatchObject([{ field: 'hours', medium: 'ocr' }]);
    const [drift] = drifted;
    expect(drift?.lately.low).toBeGreaterThan(drift?.earlier.high ?? 1);
  });

  it('is not found where a little more is corrected, as chance has it', () => {
    expect(readingDrift([hours(200, 10)], [hours(200, 14)])).toEqual({ drifted: [], compared: 1, tooFew: 0 });
  });

  it('cannot be told of a field that was seen too seldom, now or before, or only on another kind of page', () => {
    const typed: ReadFigures = { ...hours(400, 1), medium: 'text-layer' };
    for (const [earlier, lately] of [
      [hours(seenMin - 1, 0), hours(400, 300)],
      [hours(400, 0), hours(seenMin - 1, 30)],
      [typed, hours(400, 300)],
    ] as const)
      expect(readingDrift([earlier], [lately])).toEqual({ drifted: [], compared: 0, tooFew: 1 });
  });

  it('is one field whatever the number of months that it is added up from', () => {
    const parts = [hours(100, 20), hours(60, 12), hours(40, 8)];
    expect(readingDrift([hours(400, 8)], parts)).toEqual(readingDrift([hours(400, 8)], [hours(200, 40)]));
  });

  it('is never found where no larger share is corrected than before', () => {
    const count = fc.integer({ min: seenMin, max: 5_000 });
    fc.assert(
      fc.property(
        count,
        count,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (before, now, share, less) => {
          const was = hours(before, Math.ceil(before * share));
          const is = hours(now, Math.floor(now * share * less));
          expect(readingDrift([was], [is]).drifted).toEqual([]);
        },
      ),
    );
  });
});
