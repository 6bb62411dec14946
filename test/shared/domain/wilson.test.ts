import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Interval, wilson } from '#shared/domain/wilson.ts';

const share = fc
  .record({ all: fc.integer({ min: 1, max: 100_000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ all, part }) => ({ of: Math.round(all * part), all }));

const known = (found: Interval | null): Interval => {
  if (found === null) throw new Error('there is an interval');
  return found;
};

describe('the interval of a share', () => {
  it.each([
    { of: 0, all: 10, low: 0, high: 0.2775 },
    { of: 5, all: 10, low: 0.2366, high: 0.7634 },
    { of: 10, all: 10, low: 0.7225, high: 1 },
    { of: 81, all: 263, low: 0.2553, high: 0.3662 },
  ])('is what Wilson published for $of of $all', ({ of, all, low, high }) => {
    expect(known(wilson({ of, all })).low).toBeCloseTo(low, 3);
    expect(known(wilson({ of, all })).high).toBeCloseTo(high, 3);
  });

  it('is not known where nothing was looked at: that is never "no errors"', () => {
    expect(wilson({ of: 0, all: 0 })).toBeNull();
  });

  it('leaves room for errors when none was seen', () => {
    expect(known(wilson({ of: 0, all: 1000 })).high).toBeGreaterThan(0.003);
  });

  it('lies between nothing and all, around what was seen', () => {
    fc.assert(
      fc.property(share, (given) => {
        const { low, high } = known(wilson(given));
        const seen = given.of / given.all;
        return low >= 0 && low <= seen && seen <= high && high <= 1;
      }),
    );
  });

  it('is the mirror of the interval of the others', () => {
    fc.assert(
      fc.property(share, ({ of, all }) => {
        const [own, others] = [known(wilson({ of, all })), known(wilson({ of: all - of, all }))];
        expect(own.low).toBeCloseTo(1 - others.high, 9);
        expect(own.high).toBeCloseTo(1 - others.low, 9);
      }),
    );
  });

  it('is narrower with ten times as many of the same', () => {
    fc.assert(
      fc.property(share, ({ of, all }) => {
        const width = (found: Interval) => found.high - found.low;
        return width(known(wilson({ of: of * 10, all: all * 10 }))) < width(known(wilson({ of, all })));
      }),
    );
  });
});
