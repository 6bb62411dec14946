import { daysInMonth } from './calendar.ts';

/** Days are counted as days: no clock, no time zone, so a change to summer time cannot shift them. */
const dayLength = 86_400_000;

/** Month by month: making a Date and printing it took longer than all else about a period. */
export function addDays(day: string, days: number): string {
  const [year, month, date] = partsOf(day);
  let [at, left] = [year * 12 + (month - 1), date + days];
  const length = (months: number) => daysInMonth(Math.floor(months / 12), (months % 12) + 1);
  while (left < 1) {
    at -= 1;
    left += length(at);
  }
  while (left > length(at)) {
    left -= length(at);
    at += 1;
  }
  return dayOf(Math.floor(at / 12), (at % 12) + 1, left);
}

/** Days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength;
}

/** The same day of a later month, or the last day of it: January 31 and one month is February 28 or 29. */
export function addMonths(day: string, months: number): string {
  const [year, month, date] = partsOf(day);
  const at = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)));
}

export function lastDayOfMonth(day: string): string {
  const [year, month] = partsOf(day);
  return dayOf(year, month, daysInMonth(year, month));
}

/** The day in that year; February 29 is February 28 where the year has none. */
export function dayOfYear(year: number, { month, day }: { month: number; day: number }): string {
  return dayOf(year, month, Math.min(day, daysInMonth(year, month)));
}

/** Full years from one day to another. Who was born on February 29 is a year older on March 1 of other years. */
export function fullYears(from: string, to: string): number {
  const [years, hasHadDay] = [Number(to.slice(0, 4)) - Number(from.slice(0, 4)), to.slice(5) >= from.slice(5)];
  return hasHadDay ? years : years - 1;
}

function partsOf(day: string): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function dayOf(year: number, month: number, day: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
