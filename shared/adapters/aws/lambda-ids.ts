import { randomBytes } from 'node:crypto';
import type { Ids } from '#shared/ports/clock.ts';

/** 9 characters of time, then 17 of chance. A Lambda makes one id at a time, so ids of one millisecond need no order. */
export const lambdaIds: Ids = {
  next: () => Date.now().toString(36).padStart(9, '0') + randomBytes(9).toString('hex').slice(0, 17),
};
