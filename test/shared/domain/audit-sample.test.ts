import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSample, sampleSize, sampleText } from '#shared/domain/audit-sample.ts';

const candidatesOf = (seed: string, ids: readonly string[], year = 2026) =>
  ids.map((specialistId) => {
    const digest = createHash('sha256')
      .update(sampleText(seed, year, specialistId))
      .digest('hex');
    return { specialistId, digest };
  });
const drawn = (seed: string, ids: readonly string[], percent: number) =>
  drawSample(candidatesOf(seed, ids), percent).map(({ specialistId }) => specialistId);

const people = Array.from({ length: 200 }, (_each, at) => `RPSS-${String(at + 1).padStart(4, '0')}`);
const seed = fc.string({ minLength: 1, maxLength: 40 });
const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 60 });

describe('a sample for an audit', () => {
  it('is the same list for the same seed, in whatever order the people are given', () => {
    fc.assert(
      fc.property(seed, ids, fc.integer({ min: 0, max: 100 }), (words, all, percent) => {
        expect(drawn(words, [...all].reverse(), percent)).toEqual(drawn(words, all, percent));
      }),
    );
  });

  it('is as many as the share says, rounded up, nobody twice, nobody from elsewhere', () => {
    fc.assert(
      fc.property(seed, ids, fc.integer({ min: 0, max: 100 }), (words, all, percent) => {
        const list = drawn(words, all, percent);
        expect(list).toHaveLength(Math.ceil((all.length * percent) / 100));
        expect(new Set(list).size).toBe(list.length);
        expect(list.every((id) => all.includes(id))).toBe(true);
      }),
    );
    expect([sampleSize(0, 5), sampleSize(1, 5), sampleSize(21, 5), sampleSize(3, 100)]).toEqual([0, 1, 2, 3]);
  });

  it('grows with the share and loses nobody by it', () => {
    fc.assert(
      fc.property(
        seed,
        ids,
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        (words, all, one, other) => {
          const [less, more] = [Math.min(one, other), Math.max(one, other)];
          const small = drawn(words, all, less);
          expect(drawn(words, all, more).slice(0, small.length)).toEqual(small);
        },
      ),
    );
  });

  it('is another one for another seed or year, and hits everybody about as often', () => {
    expect(drawn('one', people, 10)).not.toEqual(drawn('two', people, 10));
    const inYears = [2026, 2027].map((year) =>
      drawSample(candidatesOf('one', people, year), 10).map((each) => each.specialistId),
    );
    expect(inYears[0]).not.toEqual(inYears[1]);
    const hits = new Map(people.map((id) => [id, 0]));
    for (let at = 0; at < 400; at += 1)
      for (const id of drawn(`seed ${at}`, people, 10)) hits.set(id, (hits.get(id) ?? 0) + 1);
    // 40 each; six standard deviations of 6 to either side
    for (const count of hits.values()) expect(Math.abs(count - 40)).toBeLessThan(36);
  });

  it('can be drawn again by anybody with the tools of their own machine', () => {
    const some = people.slice(0, 12);
    const byShell = some.map((id) => {
      const hash = execFileSync('sha256sum', { input: `lottery of 4 January\n2026\n${id}`, encoding: 'utf8' }).slice(
        0,
        64,
      );
      return `${hash} ${id}`;
    });
    const list = byShell
      .sort()
      .slice(0, 3)
      .map((line) => line.slice(65));
    expect(drawn('lottery of 4 January', some, 25)).toEqual(list);
  });
});
