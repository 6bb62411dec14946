import { randomBytes } from 'node:crypto';
import type { Ids } from '#shared/ports/clock.ts';

/** Crockford's base 32 in lower case: no i, l, o, u to mistake when read aloud. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const timeLetters = 10;
const chanceLetters = 16;

/** Ids as in ULID: 10 letters of milliseconds, 16 of chance. Within one process the next is always greater than the last. */
export function systemIds(now: () => number = Date.now): Ids {
  let lastTime = 0;
  let lastChance = 0n;

  return {
    next() {
      const time = Math.max(now(), lastTime);
      lastChance = time === lastTime ? lastChance + 1n : newChance();
      lastTime = time;
      return inLetters(BigInt(time), timeLetters) + inLetters(lastChance, chanceLetters);
    },
  };
}

/** 79 of 80 bits by chance: the highest stays free, so that counting on within a millisecond never overflows. */
function newChance(): bigint {
  return BigInt(`0x${randomBytes(10).toString('hex')}`) >> 1n;
}

function inLetters(value: bigint, count: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < count; place += 1) {
    text = letters.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}
