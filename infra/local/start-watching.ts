import { makeWatch } from '#functions/watch/watch.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import type { Log } from '#shared/telemetry/log.ts';
import type { LocalParts } from './compose.ts';
import { listFailedRuns } from './journal.ts';

/** A mail that was promised to be seen after a quarter of an hour is seen by the round after that. */
const minutesBetweenRounds = 15;

type Parts = Pick<LocalParts, 'records' | 'files' | 'heads' | 'programme' | 'runner'>;

/** The watchman of one machine: a round at the start and every quarter of an hour, the long one once a day. */
export function startWatching(parts: Parts, log: Log): { stop(): Promise<void> } {
  const { records, programme } = parts;
  const failedRuns = () => listFailedRuns(records);
  const watch = makeWatch({ ...parts, clock: systemClock, runs: parts.runner, failedRuns });
  let lastNight = '';
  let going: Promise<void> = Promise.resolve();
  const round = () => {
    const today = dayIn(programme.timeZone, systemClock.now());
    const nightly = today !== lastNight;
    lastNight = today;
    going = watch({ nightly }).then(
      ({ checks }) => {
        for (const { code, state, count } of checks)
          if (state === 'found') log.error({ step: 'watch', outcome: code, count });
      },
      () => log.error({ step: 'watch', error: 'NotWatched' }),
    );
  };
  round();
  const timer = setInterval(round, minutesBetweenRounds * 60_000);
  return {
    async stop() {
      clearInterval(timer);
      await going;
    },
  };
}
