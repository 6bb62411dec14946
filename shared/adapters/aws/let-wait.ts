import { mayBePutBack, secondsUntilAgain, secondsWaited } from '#shared/domain/pacing.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { PutBack } from '#shared/ports/put-back.ts';
import type { Metrics } from '#shared/telemetry/metrics.ts';

/** `since` null: the queue did not say when it took the message. */
type Turned = { body: string; since: string | null; times: number };
/** False where it has waited too long: then it is to fail. */
export type LetWait = (message: Turned) => Promise<boolean>;

type Ports = { putBack: PutBack; clock: Clock; metrics: Metrics; chance?: () => number };

/**
 * What becomes of a message whose turn had not come. First a new one is laid into the queue, then the old one is done with: who dies in
 * between leaves two of them, and of one mail there is one case and one run, whatever is announced how often.
 */
export function makeLetWait({ putBack, clock, metrics, chance = Math.random }: Ports): LetWait {
  return async ({ body, since, times }) => {
    const now = clock.now();
    const waited = { since: since ?? now, times };
    // told also where it has waited too long: an alarm stands on the oldest
    metrics.count([{ name: 'PacedSeconds', of: { Of: 'intake' }, value: secondsWaited(waited, now) }]);
    if (!mayBePutBack(waited, now)) return false;
    await putBack.again({ body, since: waited.since, times: times + 1 }, secondsUntilAgain(waited, chance()));
    return true;
  };
}
