import { addDays, daysBetween } from './day-arithmetic.ts';

/** So far back is looked for how fast people decide and how much comes in. */
export const forecastDays = 14;
/** With fewer decisions, or on fewer days, one busy morning would be taken for a rate. */
const decisionsMin = 20;
const daysMin = 5;

export type QueueFacts = {
  /** cases that wait for a person now */
  open: number;
  /** when people decided in the last `forecastDays` days */
  decided: readonly string[];
  /** how many cases came to people in the same time */
  arrived: number;
  today: string;
  /** the day until which reports may come; null where the programme names none for all */
  due: string | null;
};

type Rates = { decidedPerDay: number; arrivingPerDay: number };

/** cannot-tell: too little was decided to say; never: more comes in than is decided. `spareDays` below 0: too late. */
export type Forecast =
  | { is: 'empty' }
  | { is: 'cannot-tell'; decisions: number; days: number }
  | ({ is: 'never' } & Rates)
  | ({ is: 'on'; day: string; spareDays: number | null } & Rates);

/** When the queue is empty if people go on as in the last two weeks and as much comes in as then. */
export function forecastQueue({ open, decided, arrived, today, due }: QueueFacts): Forecast {
  if (open === 0) return { is: 'empty' };
  const days = new Set(decided.map((instant) => instant.slice(0, 10))).size;
  if (decided.length < decisionsMin || days < daysMin) return { is: 'cannot-tell', decisions: decided.length, days };
  const rates = { decidedPerDay: decided.length / forecastDays, arrivingPerDay: arrived / forecastDays };
  const net = rates.decidedPerDay - rates.arrivingPerDay;
  if (net <= 0) return { is: 'never', ...rates };
  const day = addDays(today, Math.ceil(open / net));
  return { is: 'on', day, spareDays: due === null ? null : daysBetween(day, due), ...rates };
}
