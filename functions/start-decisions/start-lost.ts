import { isFirstRun } from '#shared/domain/ids.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { RunWatcher, WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { findSubmission, listAllOpen } from '#shared/records/submission-records.ts';

/** Whoever received a mail starts its run within seconds, and tries again for minutes. */
const minutesMost = 15;

type Ports = { records: RecordStore; runner: WorkflowRunner; runs: RunWatcher; clock: Clock };

/**
 * Starts what is open and was never begun, or whose run is gone: a mail that moved here from one machine, one whose start was lost, and
 * an item of a split mail whose mail was cut off. One machine does so when it is started. A run of the same name that goes on, or ended in a
 * fault, is not begun again by Step Functions: what failed is for a person (runbook, Case stuck).
 */
export function makeStartLost({ records, runner, runs, clock }: Ports) {
  return async (): Promise<{ asked: number }> => {
    const latest = new Date(Date.parse(clock.now()) - minutesMost * 60_000).toISOString();
    const faults: unknown[] = [];
    let asked = 0;
    for (const { submission } of await listAllOpen(records)) {
      const { submissionId, runId, envelope } = submission;
      // one that a person sent through once more is begun beside the decisions
      if (envelope.receivedAt > latest || !isFirstRun(runId)) continue;
      if (await isInItsMailsHands({ records, runs }, submission)) continue;
      asked += 1;
      // one that cannot be started holds up none of those behind it
      await runner.start('intake', runId, { submissionId, runId }).catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw faults[0];
    return { asked };
  };
}

/** The run of a mail walks its items too; only once it is gone each is walked by a run of its own. */
async function isInItsMailsHands(
  { records, runs }: Pick<Ports, 'records' | 'runs'>,
  one: Submission,
): Promise<boolean> {
  const mail = one.itemOf ? await findSubmission(records, one.itemOf.mail) : null;
  return mail !== null && (await runs.isGoingOn('intake', mail.submission.runId));
}
