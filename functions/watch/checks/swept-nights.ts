import { dayIn } from '#shared/domain/calendar.ts';
import { addDays, daysBetween } from '#shared/domain/day-arithmetic.ts';
import { type Check, cannotTell, fine, found, watchCodes } from '#shared/domain/watch.ts';
import { lastFinishedRun } from '#shared/records/sweep-run-records.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** By this hour of the programme's clock the office begins to read what the night found. */
const readyHour = 6;

/** Is there a finished run of the sweep for last night? The sweep cannot say by itself that it did not run. */
export async function sweptNights({ records, programme }: WatchPorts, now: string): Promise<Check> {
  const today = dayIn(programme.timeZone, now);
  const last = await lastFinishedRun(records, today);
  if (last === null) return cannotTell('No night was swept yet.');
  const awaited = dayIn(programme.timeZone, new Date(Date.parse(now) - readyHour * 3_600_000).toISOString());
  const missed = daysBetween(last.day, awaited);
  if (missed <= 0) return fine(`The last run that came to its end is that of ${last.day}.`);
  const days = Array.from({ length: missed }, (_, at) => addDays(last.day, at + 1));
  return found(`The last run that came to its end is that of ${last.day}.`, days);
}

/** What the last run of the sweep found out of order: a standing that drifted, people it did not reach. */
export async function sweepFindings({ records, programme }: WatchPorts, now: string): Promise<Check> {
  const last = await lastFinishedRun(records, dayIn(programme.timeZone, now));
  if (last === null) return cannotTell('No night was swept yet.');
  // what the watchman told the run has a place of its own
  const own: ReadonlySet<string> = new Set(watchCodes);
  const findings = last.findings.filter(({ code }) => !own.has(code));
  if (findings.length === 0) return fine(`The run of ${last.day} found nothing out of order.`);
  const count = findings.reduce((sum, one) => sum + Math.max(1, one.count), 0);
  const about = findings.flatMap((one) =>
    one.about.length === 0 ? [one.code] : one.about.map((what) => `${one.code} ${what}`),
  );
  return found(
    `The run of ${last.day}: ${findings.map(({ inWords }) => inWords).join(' ')}`.slice(0, 2000),
    about,
    count,
  );
}
