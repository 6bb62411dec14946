import { expect, test } from 'vitest';
import { greyFileOf } from '#shared/reading/picture/grey-file.ts';

test('a page is handed to the engine as a BMP of 256 greys, its lowest row first, each row filled up to whole words', () => {
  const file = greyFileOf({ width: 3, height: 2, data: Uint8Array.from([1, 2, 3, 4, 5, 6]) });
  const view = new DataView(file.buffer);
  expect(new TextDecoder().decode(file.subarray(0, 2))).toBe('BM');
  expect(view.getUint32(2, true)).toBe(file.length);
  const start = view.getUint32(10, true);
  expect([...file.subarray(start)]).toEqual([4, 5, 6, 0, 1, 2, 3, 0]);
  expect([view.getInt32(18, true), view.getInt32(22, true), view.getUint16(28, true)]).toEqual([3, 2, 8]);
  // the table of colours: each number is the grey of that number
  const table = file.subarray(start - 256 * 4, start);
  expect([0, 128, 255].map((grey) => [...table.subarray(grey * 4, grey * 4 + 4)])).toEqual([
    [0, 0, 0, 0],
    [128, 128, 128, 0],
    [255, 255, 255, 0],
  ]);
});
