/** Where the programme lives: deadlines, working hours and the dates in mails are meant there. */
export const zone = 'America/Chicago';

const offsets = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
const offsetOfDay = new Map<string, string>();

/** 2026-12-06 and 12:25:55 → 2026-12-06T12:25:55-06:00, by the offset that holds there at noon of that day. */
export function localInstant(day: string, time: string): string {
  const known = offsetOfDay.get(day) ?? offsetAtNoon(day);
  offsetOfDay.set(day, known);
  return `${day}T${time}${known}`;
}

function offsetAtNoon(day: string): string {
  const parts = offsets.formatToParts(Date.parse(`${day}T18:00:00Z`));
  return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') ?? '+00:00';
}

export const inUtc = (instant: string): string => new Date(instant).toISOString();
export const localDay = (instant: string): string => byDay.format(Date.parse(instant));
const byDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** Monday to Friday. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}
