import type { Decision } from '#shared/domain/decision.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { settleInputOf } from '#shared/records/settle-input.ts';

/** Starts what carries a decision out. A fault here loses nothing: the decision is written, and the sweep starts it. */
export async function startRun(runner: WorkflowRunner, decision: Decision): Promise<boolean> {
  if (decision.state !== 'waiting') return false;
  try {
    await runner.start('settle', decision.runId, settleInputOf(decision));
    return true;
  } catch {
    return false;
  }
}
