import type { CaseFigures } from '#shared/domain/case-figures.ts';

/** How long cases that a person decided had waited, from their receipt to the last decision. */
export type Waited = {
  decided: number;
  /** days within which half of them were decided, and nine of ten; null where nobody decided any */
  half: number | null;
  nineOfTen: number | null;
  /** by days: up to the first, up to the second, and so on; the last has no end */
  steps: { upToDays: number | null; count: number }[];
};

const stepDays = [1, 3, 7, 14, 30, null] as const;

export function waitedOf(figures: readonly Pick<CaseFigures, 'receivedAt' | 'decidedAt'>[]): Waited {
  const days = figures
    .flatMap(({ receivedAt, decidedAt }) =>
      decidedAt === null ? [] : [Date.parse(decidedAt) - Date.parse(receivedAt)],
    )
    .map((milliseconds) => Math.max(0, milliseconds) / 86_400_000)
    .sort((one, other) => one - other);
  const within = (share: number) => (days.length === 0 ? null : (days[Math.ceil(days.length * share) - 1] ?? null));
  return { decided: days.length, half: within(0.5), nineOfTen: within(0.9), steps: stepsOf(days) };
}

function stepsOf(days: readonly number[]): Waited['steps'] {
  return stepDays.map((upToDays, at) => {
    const before = at === 0 ? -1 : (stepDays[at - 1] ?? 0);
    const count = days.filter((each) => each > before && (upToDays === null || each <= upToDays)).length;
    return { upToDays, count };
  });
}
