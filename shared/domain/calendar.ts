/** Days are ISO `yyyy-mm-dd` strings and compare as text; instants are ISO UTC strings. No clock is read here. */

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** True only for a day that exists: 2026-02-29 does not. */
export function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/**
 * The day on which an instant falls where the programme lives: 2027-01-01T05:59:59Z is 2026-12-31 in America/Chicago.
 * A UTC day would wrongly call everything after 18:00 on the last day late.
 */
export function dayIn(timeZone: string, instant: string): string {
  return formatOf(timeZone).format(Date.parse(instant));
}

/** Made once for each time zone: making one takes longer than judging a whole year. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  // Stryker disable next-line ConditionalExpression: a format made anew says the same, later
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  // Stryker disable next-line CallExpression: what is not kept is made anew
  formats.set(timeZone, made);
  return made;
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** 2026-12-31 → "December 31, 2026", as the programme's people write it. */
export function dayInWords(day: string): string {
  return `${monthNames[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(8, 10))}, ${Number(day.slice(0, 4))}`;
}
