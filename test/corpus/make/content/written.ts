/** How a day and an amount of hours are written. Every writing says the same thing to a person. */
const months = 'January February March April May June July August September October November December'.split(' ');
const spanishMonths = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
  ' ',
);
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

export const dayWritings = {
  slashed: (day: string) => at(day, ({ y, mm, dd }) => `${mm}/${dd}/${y}`),
  loose: (day: string) => at(day, ({ y, m, d }) => `${m}/${d}/${y}`),
  short: (day: string) => at(day, ({ y, m, d }) => `${m}/${d}/${String(y).slice(2)}`),
  dashed: (day: string) => at(day, ({ y, mm, dd }) => `${mm}-${dd}-${y}`),
  iso: (day: string) => day,
  words: (day: string) => at(day, ({ y, d, month }) => `${month} ${d}, ${y}`),
  brief: (day: string) => at(day, ({ y, d, month }) => `${month.slice(0, 3)} ${d}, ${y}`),
  dayFirst: (day: string) => at(day, ({ y, d, month }) => `${d} ${month} ${y}`),
  ordinal: (day: string) => at(day, ({ y, d, month }) => `the ${d}${ending(d)} day of ${month}, ${y}`),
  weekday: (day: string) => at(day, ({ y, d, month, weekday }) => `${weekday}, ${month} ${d}, ${y}`),
  spanish: (day: string) => at(day, ({ y, d, m }) => `${d} de ${spanishMonths[m - 1]} de ${y}`),
} as const;
export type DayWriting = keyof typeof dayWritings;

export const written = (day: string, writing: DayWriting) => dayWritings[writing](day);

/** "June 18-19, 2026", "June 30 - July 1, 2026" */
export function rangeInWords(from: string, to: string): string {
  const [a, b] = [partsOf(from), partsOf(to)];
  if (a.month === b.month) return `${a.month} ${a.d}-${b.d}, ${a.y}`;
  return `${a.month} ${a.d}${a.y === b.y ? '' : `, ${a.y}`} - ${b.month} ${b.d}, ${b.y}`;
}

export const hourWritings = {
  hours: (h: string) => `${h} ${h === '1' ? 'hour' : 'hours'}`,
  contact: (h: string) => `${h} contact ${h === '1' ? 'hour' : 'hours'}`,
  ceHours: (h: string) => `${h} CE ${h === '1' ? 'hour' : 'hours'}`,
  clock: (h: string) => `${h} clock ${h === '1' ? 'hour' : 'hours'}`,
  credit: (h: string) => `${h} hour(s) of continuing education credit`,
  minutes: (h: string) => `${Math.round(Number(h) * 60)} minutes`,
  ceuBoth: (h: string) => `${ceu(h)} CEU (${h} contact hours)`,
  // a fraction of a CEU would be read as tenths: half an hour is not written so
  ceus: (h: string) => (Number(h) < 1 ? `${h} contact hours` : `${h} CEUs`),
  inWords: (h: string) => `${numberWord(h)} (${h}) contact hours`,
  point: (h: string) => `${Number(h) * 10 === Math.round(Number(h) * 10) ? Number(h).toFixed(1) : h} hours`,
} as const;
export type HourWriting = keyof typeof hourWritings;

export const hoursWritten = (hours: string, writing: HourWriting) => hourWritings[writing](hours);

const ceu = (hours: string) => String(Math.round(Number(hours) * 100) / 1000);

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
function numberWord(hours: string): string {
  const whole = numbers[Math.floor(Number(hours))] ?? hours;
  const part = { 0.25: 'one quarter', 0.5: 'one half', 0.75: 'three quarters' }[Number(hours) % 1];
  if (part === undefined) return whole;
  return Number(hours) < 1 ? part : `${whole} and ${part}`;
}

type DayParts = { y: number; m: number; d: number; mm: string; dd: string; month: string; weekday: string };

const at = (day: string, write: (parts: DayParts) => string) => write(partsOf(day));

function partsOf(day: string): DayParts {
  const date = new Date(`${day}T00:00:00Z`);
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const two = (n: number) => String(n).padStart(2, '0');
  return { y, m, d, mm: two(m), dd: two(d), month: months[m - 1] ?? '', weekday: weekdays[date.getUTCDay()] ?? '' };
}

function ending(day: number): string {
  if (day % 100 >= 11 && day % 100 <= 13) return 'th';
  return { 1: 'st', 2: 'nd', 3: 'rd' }[day % 10] ?? 'th';
}
