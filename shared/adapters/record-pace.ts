import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Paced, TryAgain } from '#shared/domain/faults.ts';
import { type Given, giveTurn, noTurns, turnsSchema } from '#shared/domain/turns.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { Pace } from '#shared/ports/pace.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';

/** What is asked, and how often at most. A test brings its own chance and pause, and waits for nothing. */
export type PacedService = {
  records: RecordStore;
  clock: Clock;
  service: string;
  perSecond: number;
  waiting?: Waiting;
};
type Waiting = { random(): number; pause(milliseconds: number): Promise<unknown> };
const reallyWaiting: Waiting = { random: Math.random, pause: setTimeout };

/** Longer than this a Lambda would be paid for waiting; the machine waits for nothing. */
export const waitMax = 10_000;
const triesMax = 15;
const longestMilliseconds = 1_000;

/** Turns are kept in one row of the store, under its version: DynamoDB for all Lambdas, SQLite for all processes of one machine. */
export function recordPace({ records, clock, service, perSecond, waiting = reallyWaiting }: PacedService): Pace {
  const key = { pk: `PACE#${service}`, sk: 'TURNS' };
  const now = () => Date.parse(clock.now());

  async function ask(owner: string): Promise<Given | 'full' | 'again'> {
    const found = await records.find(key);
    const turns = found === null ? noTurns : turnsSchema.parse(found.body);
    const given = giveTurn(turns, { owner, now: now(), perSecond, waitMax });
    if (given === 'full') return 'full';
    const expect = found === null ? 'absent' : { version: found.version };
    const outcome = await records.write([{ put: { ...key, body: given.after }, expect }]).catch(notSure);
    return outcome === 'written' ? given : 'again';
  }

  return {
    async turn() {
      const owner = randomUUID();
      for (let time = 0; time < triesMax; time += 1) {
        const given = await ask(owner);
        if (given === 'full') break;
        if (given !== 'again') {
          const wait = given.at - now();
          if (wait > 0) await waiting.pause(wait);
          return;
        }
        // full jitter: who met once would meet again after the same pause
        await waiting.pause(waiting.random() * Math.min(longestMilliseconds, 20 * 2 ** time));
      }
      throw new Paced(`too many wait for their turn at ${service}`);
    },
  };
}

/** Perhaps it was written: the row, read again, says so. */
function notSure(fault: unknown): 'conflict' {
  if (fault instanceof TryAgain) return 'conflict';
  throw fault;
}
