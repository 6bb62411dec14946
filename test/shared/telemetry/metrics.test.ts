import { expect, test } from 'vitest';
import { reportMetrics, reportWaiting } from '#functions/watch/report-metrics.ts';
import { fine, found } from '#shared/domain/watch.ts';
import { makeMetrics } from '#shared/telemetry/metrics.ts';

test('a round of the watchman is a line for each check that CloudWatch reads as a figure, 0 where nothing was found', () => {
  const lines: string[] = [];
  const metrics = makeMetrics({ namespace: 'peer-credentials-dev', write: (line) => lines.push(line), now: () => 7 });
  const at = '2026-12-10T18:00:00.000Z';
  const checks = [
    { code: 'case-stuck' as const, at, ...found('Two.', ['LA-2026-000001', 'LA-2026-000002']) },
    { code: 'outbox-old' as const, at, ...fine('None.') },
  ];
  reportMetrics(metrics, { at, checks });
  const embedded = (name: string, dimension: string) => ({
    Timestamp: 7,
    CloudWatchMetrics: [
      { Namespace: 'peer-credentials-dev', Dimensions: [[dimension]], Metrics: [{ Name: name, Unit: 'Count' }] },
    ],
  });
  expect(lines.every((line) => line.endsWith('\n'))).toBe(true);
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { _aws: embedded('WatchFindings', 'Check'), Check: 'case-stuck', WatchFindings: 2 },
    { _aws: embedded('WatchFindings', 'Check'), Check: 'outbox-old', WatchFindings: 0 },
    { _aws: embedded('WatchRounds', 'Of'), Of: 'watchman', WatchRounds: 1 },
  ]);
  expect(lines.join('')).not.toContain('LA-2026');
});

test('what waits for a person is told in figures: how many cases, and for how many whole hours the oldest has', () => {
  const lines: string[] = [];
  const metrics = makeMetrics({ namespace: 'peer-credentials-dev', write: (line) => lines.push(line) });
  const now = '2026-12-10T18:00:00.000Z';

  reportWaiting(metrics, ['2026-12-09T15:30:00.000Z', '2026-12-10T17:00:00.000Z'], now);
  reportWaiting(metrics, [], now);

  const said = lines.map((line) => JSON.parse(line)).map(({ _aws, ...figure }) => figure);
  expect(said).toEqual([
    { Of: 'queue', CasesWaiting: 2 },
    { Of: 'queue', OldestCaseHours: 26 },
    { Of: 'queue', CasesWaiting: 0 },
    { Of: 'queue', OldestCaseHours: 0 },
  ]);
});
