import { expect, test } from 'vitest';
import { readersAtOnce } from '#shared/adapters/local/readers-at-once.ts';

const gigabyte = 2 ** 30;

test.each([
  ['a machine of 2 cores and 24 GB', 2, 24, 2],
  ['a small server of 4 cores and 4 GB', 4, 4, 2],
  ['the smallest machine that can be rented', 1, 0.5, 1],
  ['a large one, of which others want something too', 64, 512, 8],
])('%s', (_machine, cores, memory, readers) => {
  expect(readersAtOnce(cores, memory * gigabyte)).toBe(readers);
});
