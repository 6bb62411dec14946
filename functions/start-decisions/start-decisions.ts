import type { RecordStore } from '#shared/ports/record-store.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { listDecisionsToCarryOut } from '#shared/records/decision-records.ts';
import { settleInputOf } from '#shared/records/settle-input.ts';

/**
 * Starts whatever was decided and is not carried out yet. The decision's row is the truth: one whose machine was never
 * started, or went down with this computer, is found here; starting a run that goes on starts nothing.
 */
export function makeStartDecisions({ records, runner }: { records: RecordStore; runner: WorkflowRunner }) {
  return async (): Promise<{ started: number }> => {
    const decisions = await listDecisionsToCarryOut(records);
    for (const decision of decisions) await runner.start('settle', decision.runId, settleInputOf(decision));
    return { started: decisions.length };
  };
}
