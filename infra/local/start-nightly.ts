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
export function startNightly(parts: SweepParts, log: Log): { stop(): void } {
  let isGoing = false;
  async function look(): Promise<void> {
    if (isGoing) return;
    isGoing = true;
    try {
      const { now, timeZone } = { now: parts.clock.now(), timeZone: parts.programme.timeZone };
      // a run cannot be about a later day than the clock's: of all that are finished, the newest
      const last = await lastFinishedRun(parts.records, '9999-12-31');
      if (!isNightDue({ now, timeZone, lastDay: last?.day ?? null })) return;
      const started = performance.now();
      const { counts } = await runSweep({ ...parts, peopleMax });
      log.info({ step: 'sweep', count: counts.walked, ms: Math.round(performance.now() - started) });
    } catch (fault) {
      log.error({ step: 'sweep', error: fault instanceof Error ? fault.name : 'NotSwept' });
    } finally {
      isGoing = false;
    }
  }
  void look();
  const timer = setInterval(() => void look(), minutesBetweenLooks * 60_000);
  return { stop: () => clearInterval(timer) };
}
