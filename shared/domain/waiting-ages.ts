/** How long something has waited, in steps. `fromDays` belongs to the step, the next step's does not. */
export const ageSteps = [
  { words: 'less than a day', fromDays: 0 },
  { words: '1 to 2 days', fromDays: 1 },
  { words: '3 to 6 days', fromDays: 3 },
  { words: '7 to 13 days', fromDays: 7 },
  { words: '14 to 29 days', fromDays: 14 },
  { words: '30 days and more', fromDays: 30 },
] as const;

export type AgeCount = { words: string; count: number };

/** What waits, by age; every one stands in one step. `oldestDays` null: nothing waits. */
export function waitingAges(since: readonly string[], now: string): { steps: AgeCount[]; oldestDays: number | null } {
  // a clock that was set back makes nothing younger than new
  const days = since.map((instant) => Math.max(0, (Date.parse(now) - Date.parse(instant)) / 86_400_000));
  const steps = ageSteps.map(({ words, fromDays }, at) => {
    const to = ageSteps[at + 1]?.fromDays ?? Number.POSITIVE_INFINITY;
    return { words, count: days.filter((age) => age >= fromDays && age < to).length };
  });
  const oldest = days.reduce((most, age) => Math.max(most, age), 0);
  return { steps, oldestDays: days.length === 0 ? null : Math.floor(oldest) };
}
