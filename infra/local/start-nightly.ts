import { dayIn } from '#shared/domain/calendar.ts';
import { isNightDue } from '#shared/domain/night-due.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { lastFinishedRun } from '#shared/records/sweep-run-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { Log } from '#shared/telemetry/log.ts';

/** A sweep that was begun. `stop` leaves the rest of it to the next start. */
export type NightAtWork = { done: Promise<unknown>; stop(): void };

type Parts = { records: RecordStore; clock: Clock; programme: Programme; sweep: () => NightAtWork };

const minutesBetweenLooks = 5;

/**
 * Sweeps each night at two, where the programme lives; at the start, and whenever it was missed, at once. One that failed or was
 * cut off is gone on with at the next look. Nothing of it runs twice at a time.
 */
export function startNightly(
  { records, clock, programme: { timeZone }, sweep }: Parts,
  log: Log,
  millisecondsBetweenLooks = minutesBetweenLooks * 60_000,
): { stop(): Promise<void> } {
  let isStopped = false;
  let atWork: NightAtWork | null = null;
  let going: Promise<void> | null = null;
  const last = () => lastFinishedRun(records, dayIn(timeZone, clock.now()));
  async function sweepIfDue(): Promise<void> {
    try {
      const before = await last();
      if (isStopped || !isNightDue({ now: clock.now(), timeZone, lastDay: before?.day ?? null })) return;
      const started = performance.now();
      atWork = sweep();
      await atWork.done;
      const count = (await last())?.counts.walked ?? 0;
      log.info({ step: 'sweep', count, ms: Math.round(performance.now() - started) });
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
  const timer = setInterval(look, millisecondsBetweenLooks);
  return {
    async stop() {
      clearInterval(timer);
      isStopped = true;
      atWork?.stop();
      await going;
    },
  };
}
