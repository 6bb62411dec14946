import { isFirstRun } from '#shared/domain/ids.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { listDecisionsToCarryOut } from '#shared/records/decision-records.ts';
import { settleInputOf } from '#shared/records/settle-input.ts';
import { listAllOpen } from '#shared/records/submission-records.ts';

/**
 * Starts whatever was decided, or is to be read again, and is not carried out yet. The row is the truth: one whose machine was never
 * started, or went down with this computer, is found here; starting a run that goes on starts nothing.
 */
export function makeStartDecisions({ records, runner }: { records: RecordStore; runner: WorkflowRunner }) {
  return async (): Promise<{ started: number }> => {
    const decisions = await listDecisionsToCarryOut(records);
    const readAgain = await listReadAgain(records);
    const waiting = [
      ...decisions.map((decision) => () => runner.start('settle', decision.runId, settleInputOf(decision))),
      ...readAgain.map(
        ({ submissionId, runId }) =>
          () =>
            runner.start('intake', runId, { submissionId, runId }),
      ),
    ];
    const faults: unknown[] = [];
    // one that cannot be started holds up none of those behind it
    for (const start of waiting) await start().catch((fault: unknown) => faults.push(fault));
    if (faults.length > 0) throw faults[0];
    return { started: waiting.length };
  };
}

/** Mails that a person sent through the intake machine once more, and that it is not through with. */
async function listReadAgain(records: RecordStore): Promise<Submission[]> {
  const open = await listAllOpen(records);
  // the first run of a mail is begun by who received it, and looked for in start-lost.ts
  return open.map(({ submission }) => submission).filter(({ runId }) => !isFirstRun(runId));
}
