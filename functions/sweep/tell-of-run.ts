import type { SweepRun } from '#shared/domain/sweep-run.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findSweepRun } from '#shared/records/sweep-run-records.ts';
import type { Log } from '#shared/telemetry/log.ts';
import type { Metrics } from '#shared/telemetry/metrics.ts';

/** Differences that nothing had announced; they have an alarm of their own. */
const drift = 'standing-drift';

/** What a run did and what it cost: a line of the log to read, and figures that alarms are made of. False: it is not at its end. */
export async function tellOfRun(
  { records, metrics, log }: { records: RecordStore; metrics: Metrics; log: Log },
  runId: string,
): Promise<boolean> {
  const found = await findSweepRun(records, runId);
  if (found === null) return false;
  const { units, counts, finishedAt, dollars } = found.run;
  log.info({
    step: 'sweep',
    sweepRunId: runId,
    outcome: finishedAt === null ? 'not-at-its-end' : 'finished',
    count: counts.walked,
    readUnits: units.read,
    writeUnits: units.written,
    dollars,
  });
  metrics.count(Object.entries(figuresOf(found.run)).map(([name, value]) => ({ name, of: { Of: 'sweep' }, value })));
  return finishedAt !== null;
}

function figuresOf({ counts, units, dollars, findings, finishedAt }: SweepRun): Record<string, number> {
  const told = (isTold: (code: string) => boolean) =>
    findings.filter(({ code }) => isTold(code)).reduce((sum, { count }) => sum + count, 0);
  return {
    SweepsFinished: finishedAt === null ? 0 : 1,
    SweepWalked: counts.walked,
    SweepLooked: counts.looked,
    SweepChanged: Object.values(counts.changed).reduce((sum, count) => sum + count, 0),
    SweepDrift: told((code) => code === drift),
    SweepFindings: told((code) => code !== drift),
    SweepReadUnits: units.read,
    SweepWriteUnits: units.written,
    SweepMicrodollars: Math.round(dollars * 1_000_000),
  };
}
