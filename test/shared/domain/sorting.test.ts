import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyNotSorted } from '#shared/domain/sorting.ts';

const parts = (...pages: [number, number][]) => pages.map((each) => ({ pages: each, kind: null }));
const papers = (...pages: [number, number][]) => pages.map((each) => ({ pages: each }));

describe('a file that a person takes apart anew', () => {
  it('has its parts in the order of their pages, each page in one of them', () => {
    expect(whyNotSorted(parts([1, 1], [2, 3]), papers([1, 3]))).toBeNull();
    expect(whyNotSorted(parts([1, 3]), papers([1, 1], [2, 2], [3, 3]))).toBeNull();
  });

  it.each([
    { why: 'one over the other', wrong: parts([1, 2], [2, 3]) },
    { why: 'out of order', wrong: parts([2, 3], [1, 1]) },
    { why: 'from its end to its beginning', wrong: parts([1, 1], [3, 2]) },
    { why: 'twice the same', wrong: parts([1, 3], [1, 3]) },
    { why: 'before the first page', wrong: parts([0, 3]) },
  ])('cannot have parts that are $why', ({ wrong }) => {
    expect(whyNotSorted(wrong, papers([1, 3]))).toContain('in the order of their pages');
  });

  it('may leave out an empty page, but none that is a paper now, and names the first lost one', () => {
    expect(whyNotSorted(parts([1, 1], [3, 3]), papers([1, 1], [3, 3]))).toBeNull();
    expect(whyNotSorted(parts([2, 3]), papers([1, 3]))).toContain('Page 1 would belong to no paper');
    expect(whyNotSorted(parts([1, 2]), papers([1, 2], [3, 4]))).toContain('Page 3 would belong to no paper');
    expect(whyNotSorted(parts([1, 1], [3, 3]), papers([1, 3]))).toContain('Page 2 would belong to no paper');
  });

  it('loses no page of a paper without saying so, wherever the page stands in it', () => {
    const page = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(page, page, page, page, (a, b, c, d) => {
        const given = parts([Math.min(a, b), Math.max(a, b)]);
        const [from, to] = [Math.min(c, d), Math.max(c, d)];
        const pages = Array.from({ length: to - from + 1 }, (_, i) => from + i);
        const isLost = pages.some((one) => one < Math.min(a, b) || one > Math.max(a, b));
        expect(whyNotSorted(given, papers([from, to])) !== null).toBe(isLost);
      }),
    );
  });
});
