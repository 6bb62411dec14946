import { expect, test } from 'vitest';
import { sumOfPixels } from '#shared/reading/picture/sum-of-pixels.ts';

const whole = Uint8Array.from({ length: 4_000 }, (_, at) => (at % 7 === 0 ? 255 : (at * 31) % 256));

test.each([
  ['a whole row', 0, 4_000],
  ['a row that begins between two words', 1, 3_999],
  ['a few pixels', 5, 8],
  ['no pixel', 9, 9],
  ['a piece in the middle', 1_003, 2_917],
])('the pixels of %s are summed as one by one', (_name, from, to) => {
  for (const shift of [0, 1, 2, 3]) {
    const data = whole.subarray(shift);
    expect(sumOfPixels(data, from, to)).toBe(data.subarray(from, to).reduce((sum, pixel) => sum + pixel, 0));
  }
});

test('white pixels do not overflow', () => {
  expect(sumOfPixels(new Uint8Array(9_999).fill(255), 0, 9_999)).toBe(9_999 * 255);
});
