import { dayIn, dayInWords } from '#shared/domain/calendar.ts';
import { type Forecast, forecastQueue } from '#shared/domain/queue-forecast.ts';
import { type Check, cannotTell, fine, found } from '#shared/domain/watch.ts';
import { readQueueFacts } from '#shared/records/queue-facts.ts';
import { nextDue } from '#shared/rules/period/next-due.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** Will what waits be decided before the day until which reports may come? */
export async function lateQueue({ records, programme }: WatchPorts, now: string): Promise<Check> {
  const today = dayIn(programme.timeZone, now);
  const due = nextDue(programme, today);
  const facts = await readQueueFacts(records, { now, today, due });
  return said(forecastQueue(facts), facts.open, due);
}

function said(forecast: Forecast, open: number, due: string | null): Check {
  switch (forecast.is) {
    case 'empty':
      return fine('Nothing waits for a person.');
    case 'cannot-tell':
      return cannotTell(`${open} cases wait; too few were decided lately (${forecast.decisions}) to say until when.`);
    case 'never':
      return found(`${open} cases wait, and more come in than people decide.`, [], open);
    case 'on':
      return on(forecast.day, forecast.spareDays, open, due);
  }
}

function on(day: string, spareDays: number | null, open: number, due: string | null): Check {
  const when = `${open} cases wait; at this rate they are decided about ${dayInWords(day)}`;
  if (due === null || spareDays === null) return fine(`${when}. The programme names no last day for all.`);
  if (spareDays >= 0) return fine(`${when}, in time for ${dayInWords(due)}.`);
  return found(`${when}, ${-spareDays} days after the last day for reports.`, [day], open);
}
