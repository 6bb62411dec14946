import { ofOneMachine, type WatchReport } from '#shared/domain/watch.ts';
import type { Metrics } from '#shared/telemetry/metrics.ts';

/** One count for each check, 0 where it found nothing, and one for the round itself: the alarms are made of these. */
export function reportMetrics(metrics: Metrics, { checks }: WatchReport): void {
  metrics.count([
    // a name of a metric costs money each month: none for what nobody looks at here
    ...checks
      .filter(({ code }) => !ofOneMachine.has(code))
      .map(({ code, count }) => ({ name: 'WatchFindings', of: { Check: code }, value: count })),
    { name: 'WatchRounds', of: { Of: 'watchman' }, value: 1 },
  ]);
}

/** How many cases wait for a person, and how long the oldest has: `openedAt` is each one's instant, the oldest first. */
export function reportWaiting(metrics: Metrics, openedAt: readonly string[], now: string): void {
  const [oldest] = openedAt;
  const hours = oldest === undefined ? 0 : (Date.parse(now) - Date.parse(oldest)) / 3_600_000;
  const of = { Of: 'queue' };
  metrics.count([
    { name: 'CasesWaiting', of, value: openedAt.length },
    { name: 'OldestCaseHours', of, value: Math.floor(hours) },
  ]);
}
