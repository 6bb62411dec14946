import type { DayEnd, YearLived } from '../run-year.ts';

const widthMax = 50;

/** The same in letters: one line a month's end, `#` for people whose year is met, `.` for everybody else on the roster. */
export function plotText({ days, wish }: Pick<YearLived, 'days' | 'wish'>): string[] {
  const ends = days.filter((end, at) => days[at + 1]?.day.slice(0, 7) !== end.day.slice(0, 7));
  return [
    `${'evening of'.padEnd(11)}${'received'.padStart(9)}${'decided'.padStart(9)}${'waiting'.padStart(9)}${'met'.padStart(7)}`,
    ...ends.map((end) => lineOf(end, wish.people)),
  ];
}

function lineOf({ day, received, decided, waiting, met }: DayEnd, people: number): string {
  const columns = [received, decided, waiting].map((count) => String(count).padStart(9)).join('');
  const filled = Math.round((met / Math.max(1, people)) * widthMax);
  const bar = `${'#'.repeat(filled)}${'.'.repeat(widthMax - filled)}`;
  return `${day.padEnd(11)}${columns}${String(met).padStart(7)}  ${bar}`;
}
