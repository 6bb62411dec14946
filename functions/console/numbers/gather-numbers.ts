import { dayIn } from '#shared/domain/calendar.ts';
import { lastDayOfMonth } from '#shared/domain/day-arithmetic.ts';
import type { DayCount, Numbers } from '#shared/domain/numbers.ts';
import { type Forecast, forecastQueue } from '#shared/domain/queue-forecast.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { type AgeCount, waitingAges } from '#shared/domain/waiting-ages.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listOpenBlindTasks } from '#shared/records/blind-records.ts';
import { numbersOfMonth } from '#shared/records/month-numbers.ts';
import { readQueueFacts } from '#shared/records/queue-facts.ts';
import { listOpenedAt } from '#shared/records/review-records.ts';
import { nextDue } from '#shared/rules/period/next-due.ts';
import type { ProgrammeFacts } from '../console-deps.ts';
import { filterIn } from '../queue/queue-filter.ts';
import { type QueueList, readQueue } from '../queue/read-queue.ts';

/** What waits at this moment, whatever month is looked at. */
export type Waiting = {
  /** the queue's own counts, so that no page says another number */
  counts: QueueList['counts'];
  /** what is left to people: to be looked at, or set aside */
  open: number;
  blind: number;
  ages: { steps: AgeCount[]; oldestDays: number | null };
};
export type NumbersContent = {
  month: string;
  thisMonth: string;
  numbers: Numbers;
  waiting: Waiting;
  forecast: Forecast;
  due: string | null;
};

type Deps = { records: RecordStore; programme: ProgrammeFacts };

export async function gatherNumbers(
  deps: Deps,
  month: string,
  { now, me }: { now: string; me: StaffId },
): Promise<NumbersContent> {
  const { records, programme } = deps;
  const today = dayIn(programme.timeZone, now);
  const due = programme.book ? nextDue(programme.book.programme, today) : null;
  const [numbers, waiting, queue] = await Promise.all([
    numbersOfMonth(records, month),
    whatWaits(deps, now, me),
    readQueueFacts(records, { now, today, due }),
  ]);
  const days = everyDay(month, now, numbers.days);
  const forecast = forecastQueue(queue);
  return { month, thisMonth: now.slice(0, 7), numbers: { ...numbers, days }, waiting, forecast, due };
}

async function whatWaits({ records, programme }: Deps, now: string, me: StaffId): Promise<Waiting> {
  const everything = { filter: filterIn(new URLSearchParams()), me, limit: 1 };
  const [{ counts }, opened, blind] = await Promise.all([
    readQueue(records, { now, timeZone: programme.timeZone }, everything),
    listOpenedAt(records, 'open'),
    listOpenBlindTasks(records),
  ]);
  const open = counts['needs-person'] + counts['set-aside'];
  return { counts, open, blind: blind.length, ages: waitingAges(opened, now) };
}

/** Days without a mail are shown as such; days that are still to come are not shown. */
function everyDay(month: string, now: string, days: readonly DayCount[]): DayCount[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const last = [days.at(-1)?.day ?? `${month}-01`, now.slice(0, 7) === month ? now.slice(0, 10) : lastOf(month)];
  const count = Number((last.toSorted().at(-1) ?? '').slice(8));
  return Array.from({ length: count }, (_, at) => {
    const day = `${month}-${String(at + 1).padStart(2, '0')}`;
    return known.get(day) ?? { day, automatic: 0, person: 0, sender: 0, 'no-case': 0 };
  });
}

const lastOf = (month: string) => lastDayOfMonth(`${month}-01`);
