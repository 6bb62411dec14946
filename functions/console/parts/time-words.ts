import { remembered } from '#shared/domain/remembered.ts';
import { visibleText } from './said.ts';

/** Instants as people of the programme read them: "Dec 20, 2026, 9:00 AM CST". Unreadable ones are shown as they are. */
export function instantInWords(instant: string, timeZone: string): string {
  const parsed = Date.parse(instant);
  if (Number.isNaN(parsed)) return visibleText(instant, 40);
  return instants(timeZone).format(parsed);
}

/** To make one takes longer than to write a hundred days with it. */
const instants = remembered(
  (timeZone: string) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    }),
);

/** How long something has waited, in one short phrase: "less than an hour", "5 hours", "3 days". */
export function waitInWords(since: string, now: string): string {
  return hoursInWords((Date.parse(now) - Date.parse(since)) / 3_600_000);
}

/** 5.2 → "5 hours"; from two days on "3 days" */
export function hoursInWords(exactly: number): string {
  const hours = Math.floor(exactly);
  if (Number.isNaN(hours) || hours < 1) return 'less than an hour';
  if (hours < 48) return hours === 1 ? '1 hour' : `${hours} hours`;
  return `${Math.floor(hours / 24)} days`;
}

/** "2026-03-04" → "Mar 4, 2026". Anything that is not a day comes back as it is. */
export function shortDay(day: string): string {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(parsed)) return day;
  return days.format(parsed);
}

const days = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', dateStyle: 'medium' });

/** "2:05 PM", or to the second */
export function clockTime(instant: string, timeZone: string, exactly: 'minutes' | 'seconds' = 'minutes'): string {
  const parsed = Date.parse(instant);
  if (Number.isNaN(parsed)) return visibleText(instant, 40);
  return new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hour: 'numeric', minute: '2-digit' },
    ...(exactly === 'seconds' ? { second: '2-digit' as const } : {}),
  }).format(parsed);
}
