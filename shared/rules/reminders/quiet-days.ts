import { daysInMonth, isDay, yearOf } from '#shared/domain/calendar.ts';
import { addDays, daysBetween } from '#shared/domain/day-arithmetic.ts';

/** A day on which no letter goes out: every Sunday, every January 1, the fourth Thursday of November, or one day of one year. */
export type QuietDay =
  | { readonly is: 'weekday'; readonly weekday: number }
  | { readonly is: 'date'; readonly month: number; readonly day: number }
  | { readonly is: 'nth weekday'; readonly weekday: number; readonly month: number; readonly nth: number }
  | { readonly is: 'day'; readonly day: string };

export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const places = ['first', 'second', 'third', 'fourth', 'last'];
/** A Sunday, from which weekdays are counted. */
const someSunday = '2023-01-01';
/** Longer than any row of quiet days, so that the search ends where a page leaves no day open. */
const searchMost = 60;

/** Sunday is 0. */
export function weekdayOf(day: string): number {
  return ((daysBetween(someSunday, day) % 7) + 7) % 7;
}

export function isQuiet(quiet: readonly QuietDay[], day: string): boolean {
  return quiet.some((each) => fits(each, day));
}

/** The day itself when it is open, else the first open one after it; null where the page leaves none. */
export function openDayFrom(quiet: readonly QuietDay[], from: string): string | null {
  for (let ahead = 0; ahead < searchMost; ahead += 1) {
    const day = addDays(from, ahead);
    if (!isQuiet(quiet, day)) return day;
  }
  return null;
}

function fits(quiet: QuietDay, day: string): boolean {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  switch (quiet.is) {
    case 'day':
      return quiet.day === day;
    case 'weekday':
      return weekdayOf(day) === quiet.weekday;
    case 'date':
      return month === quiet.month && date === quiet.day;
    case 'nth weekday':
      return month === quiet.month && weekdayOf(day) === quiet.weekday && isNth(quiet.nth, day, date);
  }
}

/** `nth` 5 is the last one of its month. */
function isNth(nth: number, day: string, date: number): boolean {
  if (nth === 5) return date + 7 > daysInMonth(yearOf(day), Number(day.slice(5, 7)));
  return Math.ceil(date / 7) === nth;
}

/** null: it is written in no way that is known. */
export function readQuietDay(written: string): QuietDay | null {
  const weekday = weekdays.findIndex((name) => `${name}s` === written);
  if (weekday >= 0) return { is: 'weekday', weekday };
  const date = readDate(written);
  if (date) return { is: 'date', ...date };
  if (isDay(written)) return { is: 'day', day: written };
  const [, place = '', name = '', month = ''] = /^(\w+) (\w+) of (\w+)$/.exec(written) ?? [];
  const [nth, at, number] = [places.indexOf(place) + 1, weekdays.indexOf(name), months.indexOf(month) + 1];
  return nth > 0 && at >= 0 && number > 0 ? { is: 'nth weekday', weekday: at, month: number, nth } : null;
}

/** "January 15" */
export function readDate(written: string): { month: number; day: number } | null {
  const [, name = '', date = ''] = /^([A-Z][a-z]+) (\d{1,2})$/.exec(written) ?? [];
  const [month, day] = [months.indexOf(name) + 1, Number(date)];
  // 2024 has a February 29
  return month > 0 && day >= 1 && day <= daysInMonth(2024, month) ? { month, day } : null;
}
