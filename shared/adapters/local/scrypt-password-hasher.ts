import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordHasher } from '#shared/ports/secrets.ts';

/** OWASP's choice for scrypt: 128 MB and about half a second for each look. */
const usualCost = 2 ** 17;
const blockSize = 8;
const keyBytes = 32;
const form = /^scrypt\$(\d{1,8})\$([\w-]{22})\$([\w-]{43})$/;

/** `cost` is lower in tests only. What was stored with another cost stays readable: it says its own. */
export function makeScryptPasswordHasher(cost: number = usualCost): PasswordHasher {
  const oneByOne = makeQueue();
  return {
    async hash(password) {
      const salt = randomBytes(16);
      const key = await oneByOne(() => keyOf(password, salt, cost));
      return `scrypt$${cost}$${salt.toString('base64url')}$${key.toString('base64url')}`;
    },
    async isRight(password, stored) {
      const [, storedCost, salt, key] = form.exec(stored ?? '') ?? [];
      if (storedCost === undefined || salt === undefined || key === undefined) {
        await oneByOne(() => keyOf(password, randomBytes(16), cost));
        return false;
      }
      const tried = await oneByOne(() => keyOf(password, Buffer.from(salt, 'base64url'), Number(storedCost)));
      return timingSafeEqual(tried, Buffer.from(key, 'base64url'));
    },
  };
}

function keyOf(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  // what looks alike on the keyboard of another machine must be alike
  const typed = password.normalize('NFC');
  const options = { N: cost, r: blockSize, p: 1, maxmem: 256 * cost * blockSize };
  return new Promise((resolve, reject) => {
    scrypt(typed, salt, keyBytes, options, (fault, key) => (fault ? reject(fault) : resolve(key)));
  });
}

/** One look at a time: many at once would take the memory that reading papers needs. */
function makeQueue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
