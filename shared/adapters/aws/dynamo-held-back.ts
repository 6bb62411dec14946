import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';

const cancelledSchema = z.object({
  name: z.literal('TransactionCanceledException'),
  CancellationReasons: z.array(z.object({ Code: z.string().optional() })),
});

/** Another writer, or too many at once, stood in the way: the same write may work in a moment. The SDK asks none of these again. */
const passing = /^(TransactionConflict|ProvisionedThroughputExceeded|ThrottlingError)$/;

/** Seven seconds at the very most, three as a rule: what is held back for longer is for the step's own patience. */
const triesMax = 9;
const firstMilliseconds = 40;
const longestMilliseconds = 2_000;

/** How to wait between two tries; a test waits for nothing. */
export type Waiting = { random(): number; pause(milliseconds: number): Promise<unknown> };
const reallyWaiting: Waiting = { random: Math.random, pause: setTimeout };

/** Why a transaction was cancelled, item by item, without those that were in order; empty for every other error. */
export function cancelledBecause(error: unknown): string[] {
  const reasons = cancelledSchema.safeParse(error).data?.CancellationReasons ?? [];
  return reasons.map(({ Code }) => Code ?? 'None').filter((code) => code !== 'None');
}

/** Nothing of it was written, and nothing but the moment was wrong. */
export function isHeldBack(error: unknown): boolean {
  const codes = cancelledBecause(error);
  return codes.length > 0 && codes.every((code) => passing.test(code));
}

/** Sends until it goes through, with full jitter: whoever met once would meet again after the same wait. What it threw last is thrown. */
export async function sendPatiently(send: () => Promise<unknown>, waiting: Waiting = reallyWaiting): Promise<void> {
  for (let time = 1; ; time += 1) {
    try {
      await send();
      return;
    } catch (error) {
      if (!isHeldBack(error) || time === triesMax) throw error;
      await waiting.pause(waiting.random() * Math.min(longestMilliseconds, firstMilliseconds * 2 ** (time - 1)));
    }
  }
}
