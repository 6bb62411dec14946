import { expect, test } from 'vitest';
import { microdollarsOf } from '#shared/domain/price.ts';

test('a price is whole millionths of a dollar', () => {
  expect([0, 0.0015, 0.065, 1.5].map(microdollarsOf)).toEqual([0, 1_500, 65_000, 1_500_000]);
});
