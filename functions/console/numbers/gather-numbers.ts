import { dayIn } from '#shared/domain/calendar.ts';
import type { CaseFigures } from '#shared/domain/case-figures.ts';
import { lastDayOfMonth } from '#shared/domain/day-arithmetic.ts';
import { addUp, type DayCount, type Numbers, wayOf } from '#shared/domain/numbers.ts';
import { type Forecast, forecastDays, forecastQueue } from '#shared/domain/queue-forecast.ts';
import { type AgeCount, waitingAges } from '#shared/domain/waiting-ages.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listOpenBlindTasks } from '#shared/records/blind-records.ts';
import { listDecidedFigures, listFigures } from '#shared/records/figures-records.ts';
import { listReviews } from '#shared/records/review-records.ts';
import { listOpenSubmissions } from '#shared/records/submission-records.ts';
import type { ProgrammeFacts } from '../console-deps.ts';
import { nextDue } from './next-due.ts';

/** What waits at this moment, whatever month is looked at. */
export type Waiting = {
  open: number;
  settling: number;
  forSecond: number;
  forSender: number;
  beingRead: number;
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

export async function gatherNumbers(deps: Deps, month: string, now: string): Promise<NumbersContent> {
  const { records, programme } = deps;
  const [figures, waiting, recent] = await Promise.all([
    listFigures(records, month),
    whatWaits(records, now),
    recently(records, now),
  ]);
  const today = dayIn(programme.timeZone, now);
  const due = programme.book ? nextDue(programme.book.programme, today) : null;
  const arrived = recent.received.filter((one) => wayOf(one) === 'person').length;
  const decided = recent.decided.flatMap(({ decidedAt }) => decidedAt ?? []);
  const forecast = forecastQueue({ open: waiting.open, decided, arrived, today, due });
  const numbers = addUp(figures);
  const days = everyDay(month, now, numbers.days);
  return { month, thisMonth: now.slice(0, 7), numbers: { ...numbers, days }, waiting, forecast, due };
}

async function whatWaits(records: RecordStore, now: string): Promise<Waiting> {
  const [open, settling, forSecond, forSender, beingRead, blind] = await Promise.all([
    listReviews(records, 'open'),
    listReviews(records, 'settling'),
    listReviews(records, 'waiting-for-second'),
    listReviews(records, 'waiting-for-sender'),
    listOpenSubmissions(records, { limit: 1000 }),
    listOpenBlindTasks(records),
  ]);
  return {
    open: open.length,
    settling: settling.length,
    forSecond: forSecond.length,
    forSender: forSender.length,
    beingRead: beingRead.submissions.length,
    blind: blind.length,
    ages: waitingAges(
      open.map(({ openedAt }) => openedAt),
      now,
    ),
  };
}

/** What came and what was decided in the days that the forecast looks back on; they may lie in two months. */
async function recently(records: RecordStore, now: string) {
  const from = new Date(Date.parse(now) - forecastDays * 86_400_000).toISOString();
  const months = [...new Set([from.slice(0, 7), now.slice(0, 7)])];
  const lists = (list: (month: string) => Promise<CaseFigures[]>) => Promise.all(months.map(list));
  const [received, decided] = await Promise.all([
    lists((month) => listFigures(records, month, from)),
    lists((month) => listDecidedFigures(records, month, from)),
  ]);
  return { received: received.flat(), decided: decided.flat() };
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
