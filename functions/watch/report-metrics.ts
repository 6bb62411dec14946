import type { WatchReport } from '#shared/domain/watch.ts';
import type { Metrics } from '#shared/telemetry/metrics.ts';

/** One count for each check, 0 where it found nothing, and one for the round itself: the alarms are made of these. */
export function reportMetrics(metrics: Metrics, { checks }: WatchReport): void {
  metrics.count([
    ...checks.map(({ code, count }) => ({ name: 'WatchFindings', of: { Check: code }, value: count })),
    { name: 'WatchRounds', of: { Of: 'watchman' }, value: 1 },
  ]);
}
