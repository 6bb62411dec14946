/**
 * The sum of the pixels from one to another, the last not counted: four at a time, as two pairs in one word, which are emptied before
 * they overflow.
 */
export function sumOfPixels(data: Uint8Array, from: number, to: number): number {
  if (to - from < 8) return sumOneByOne(data, from, to);
  const first = from + ((4 - ((data.byteOffset + from) & 3)) & 3);
  const count = (to - first) >> 2;
  let sum = sumOneByOne(data, from, first) + sumOneByOne(data, first + count * 4, to);
  const words = new Uint32Array(data.buffer, data.byteOffset + first, count);
  for (let start = 0; start < count; start += pairsMax) {
    const end = Math.min(count, start + pairsMax);
    let pairs = 0;
    for (let at = start; at < end; at++) {
      const word = words[at] ?? 0;
      pairs += (word & 0x00ff00ff) + ((word >>> 8) & 0x00ff00ff);
    }
    sum += (pairs & 0xffff) + (pairs >>> 16);
  }
  return sum;
}

/** Each word adds at most 510 to each of two halves of 65,535; the upper one must not reach its sign. */
const pairsMax = 64;

function sumOneByOne(data: Uint8Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += data[at] ?? 0;
  return sum;
}
