import { dayIn } from '#shared/domain/calendar.ts';
import { isNightDue } from '#shared/domain/night-due.ts';
import { lastFinishedRun } from '#shared/records/sweep-run-records.ts';
import type { Log } from '#shared/telemetry/log.ts';
import { runSweep, type SweepParts } from './run-sweep.ts';

const minutesBetweenLooks = 5;
/** People in one step: between two steps the inbox and the console have their turn. */
const peopleMax = 500;

/**
 * Sweeps each night at two, where the programme lives; at the start, and whenever it was missed, at once. One that was cut off
 * goes on. Nothing of it runs twice at a time.
 */
export function startNightly(parts: SweepParts, log: Log): { stop(): Promise<void> } {
  let isStopped = false;
  let going: Promise<void> | null = null;
  async function sweepIfDue(): Promise<void> {
    try {
      const { now, timeZone } = { now: parts.clock.now(), timeZone: parts.programme.timeZone };
      const last = await lastFinishedRun(parts.records, dayIn(timeZone, now));
      if (!isNightDue({ now, timeZone, lastDay: last?.day ?? null })) return;
      const started = performance.now();
      const { counts } = await runSweep({ ...parts, peopleMax, isStopped: () => isStopped });
      log.info({ step: 'sweep', count: counts.walked, ms: Math.round(performance.now() - started) });
    } catch (fault) {
      if (!isStopped) log.error({ step: 'sweep', error: fault instanceof Error ? fault.name : 'NotSwept' });
    }
  }
  const look = () => {
    going ??= sweepIfDue().finally(() => {
      going = null;
    });
  };
  look();
  const timer = setInterval(look, minutesBetweenLooks * 60_000);
  return {
    async stop() {
      clearInterval(timer);
      isStopped = true;
      await going;
    },
  };
}
