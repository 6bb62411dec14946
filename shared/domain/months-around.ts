/** Two report years and a little: older cases are found by their reference. */
const monthsBack = 25;
/** A mail's receipt can lie ahead of this machine's clock by what time zones and a wrong clock make of it. */
const monthsAhead = 2;

/** "2027-01" first, then "2026-12" and so on. */
export function monthsAround(now: string): string[] {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7))];
  const newest = year * 12 + (month - 1) + monthsAhead;
  return Array.from({ length: monthsBack + monthsAhead }, (_, back) => {
    const number = newest - back;
    return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}
