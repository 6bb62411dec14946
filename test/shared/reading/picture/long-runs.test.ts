import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countInk, maskInk } from '#shared/reading/picture/ink-mask.ts';
import { inkRuns } from '#shared/reading/picture/ink-runs.ts';
import { type Lying, longRuns } from '#shared/reading/picture/long-runs.ts';

const [width, height] = [61, 17];
const masks = fc
  .array(fc.boolean(), { minLength: width * height, maxLength: width * height })
  .map((ink) => Uint8Array.from(ink, Number));
/** Mostly ink, as a line of a form is, so that long runs are there to be found. */
const lines = fc
  .tuple(masks, masks, masks)
  .map(([one, two, three]) => one.map((bit, at) => bit | (two[at] ?? 0) | (three[at] ?? 0)));

/** Each pixel of each row looked at. */
function lookedAtOneByOne({ bits, length, rows, step, stride }: Lying, holeMax: number, shortest: number) {
  return Array.from({ length: rows - 1 }, (_, y) => {
    const isInk = (x: number) => [y, y + 1].some((row) => bits[row * stride + x * step] === 1);
    return inkRuns(length, isInk, holeMax)
      .filter(({ from, to }) => to - from + 1 >= shortest)
      .map((run) => ({ y, ...run }));
  }).flat();
}

describe('a line of a form', () => {
  it.each([
    ['along', { length: width, rows: height, step: 1, stride: width }],
    ['down', { length: height, rows: width, step: width, stride: 1 }],
  ])('%s the page is found without a look at each pixel, as with one', (_way, lying) => {
    fc.assert(
      fc.property(fc.oneof(masks, lines), fc.integer({ min: 2, max: 12 }), (bits, shortest) => {
        expect(longRuns({ bits, ...lying }, 1, shortest)).toEqual(lookedAtOneByOne({ bits, ...lying }, 1, shortest));
      }),
    );
  });

  it('is told from paper pixel by pixel, and the ink of a page is counted', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 3000 }), (data) => {
        const mask = maskInk({ width: data.length, height: 1, data });
        expect([...mask.bits]).toEqual([...data].map((value) => (value < 160 ? 1 : 0)));
        expect(countInk(mask)).toBe(data.filter((value) => value < 160).length);
      }),
    );
  });
});
