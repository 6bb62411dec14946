import type { DayCount } from '#shared/domain/numbers.ts';
import { forecastDays, type QueueFacts } from '#shared/domain/queue-forecast.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listDecisionTimes } from './figures-records.ts';
import { numbersOfMonth } from './month-numbers.ts';
import { listOpenedAt } from './review-records.ts';

type Asked = { now: string } & Pick<QueueFacts, 'today' | 'due'>;

/** What the forecast of the queue is made of: what waits, what people decided and what came in the last days. */
export async function readQueueFacts(records: RecordStore, { now, today, due }: Asked): Promise<QueueFacts> {
  const from = new Date(Date.parse(now) - forecastDays * 86_400_000).toISOString();
  const months = [...new Set([from.slice(0, 7), now.slice(0, 7)])];
  const [open, numbers, decided] = await Promise.all([
    listOpenedAt(records, 'open'),
    Promise.all(months.map((month) => numbersOfMonth(records, month))),
    Promise.all(months.map((month) => listDecisionTimes(records, month, from))),
  ]);
  const days = numbers.flatMap((each) => each.days);
  return { open: open.length, decided: decided.flat(), arrived: arrivedSince(days, from), today, due };
}

/** Whole days: the first is the one after the instant, so that there are no more of them than the forecast counts. */
function arrivedSince(days: readonly DayCount[], from: string): number {
  return days.filter(({ day }) => day > from.slice(0, 10)).reduce((sum, { person }) => sum + person, 0);
}
