import { daysInMonth } from '#shared/domain/calendar.ts';
import { withoutComments } from './header-value.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const zones: Record<string, number> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  EDT: -4,
  EST: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
};
const pattern =
  /^(?:[A-Za-z]{3},?\s)?\s?(\d{1,2})\s([A-Za-z]{3})[a-z]{0,6}\s(\d{4})\s(\d{1,2}):(\d{2})(?::(\d{2}))?\s?([+-]\d{4}|[A-Z]{1,3})$/;

/** RFC 5322 date → ISO UTC instant; null when unreadable or impossible. Never "now", as one library has it. */
export function readMailDate(text: string): string | null {
  const match = pattern.exec(
    withoutComments(text.slice(0, 200))
      .replace(/\s{1,50}/g, ' ')
      .trim(),
  );
  if (!match) return null;
  const [day, year, hour, minute, second] = [match[1], match[3], match[4], match[5], match[6] ?? '0'].map(Number);
  const month = months.indexOf((match[2] ?? '').toLowerCase());
  const offset = offsetMinutes(match[7] ?? '');
  if (day === undefined || year === undefined || hour === undefined || minute === undefined || second === undefined)
    return null;
  const isPossible = month >= 0 && year >= 1970 && day >= 1 && day <= daysInMonth(year, month + 1) && hour < 24;
  if (!isPossible || minute > 59 || second > 60 || offset === null) return null;
  return new Date(Date.UTC(year, month, day, hour, minute - offset, second)).toISOString();
}

function offsetMinutes(zone: string): number | null {
  const match = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (!match) return zones[zone] === undefined ? null : zones[zone] * 60;
  const [hours, minutes] = [Number(match[2]), Number(match[3])];
  if (hours > 14 || minutes > 59) return null;
  return (match[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
}
