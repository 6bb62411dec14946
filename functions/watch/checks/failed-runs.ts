import { isOpen } from '#shared/domain/decision.ts';
import { type RunId, submissionOfRun } from '#shared/domain/ids.ts';
import { type Check, foundOrFine } from '#shared/domain/watch.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { decisionOfRun } from '#shared/records/decision-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { WatchPorts } from '../watch-ports.ts';

/** Runs that ended in a fault, and of which nothing came in the end. One whose mail another run has filed is over. */
export async function failedRunsCheck({ records, failedRuns }: WatchPorts): Promise<Check> {
  if (failedRuns === null)
    return {
      state: 'elsewhere',
      inWords: 'Failed runs and dead letters have alarms of their own in the cloud.',
      about: [],
      count: 0,
    };
  const open: string[] = [];
  for (const runId of await failedRuns()) if (await isUnfinished(records, runId)) open.push(runId);
  return foundOrFine(open, {
    one: 'run ended in a fault, and what it was about is not done',
    many: 'runs ended in a fault, and what they were about is not done',
    none: 'No run ended in a fault with its work undone.',
  });
}

async function isUnfinished(records: RecordStore, runId: RunId): Promise<boolean> {
  const submissionId = submissionOfRun(runId);
  const [found, decided] = await Promise.all([
    findSubmission(records, submissionId),
    decisionOfRun(records, { submissionId, runId }),
  ]);
  if (decided !== null) return isOpen(decided.decision);
  return found?.submission.filedAt === null && found.submission.runId === runId;
}
