import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listSweepProgress, type VersionedRun } from '#shared/records/sweep-run-records.ts';

/** Longer than a step may take, and than the longest rest between two of its tries; shorter than from one start to the next. */
const minutesAtWork = 20;

/**
 * The run that makes another start of the night needless: one that came to its end by the same rules, or one that somebody is at work
 * on. One that was cut off moves no more, and is nobody's after a while.
 */
export async function runInHand(
  { records, clock }: { records: RecordStore; clock: Clock },
  runs: readonly VersionedRun[],
  rulesSha256: string,
): Promise<string | null> {
  const own = runs.map(({ run }) => run).filter((run) => run.rulesSha256 === rulesSha256);
  const finished = own.find(({ finishedAt }) => finishedAt !== null);
  if (finished) return finished.runId;
  const since = new Date(Date.parse(clock.now()) - minutesAtWork * 60_000).toISOString();
  for (const { runId } of own) {
    const progress = await listSweepProgress(records, runId);
    if (progress.some(({ movedAt }) => movedAt !== null && movedAt > since)) return runId;
  }
  return null;
}
