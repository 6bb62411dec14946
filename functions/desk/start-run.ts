import type { Decision } from '#shared/domain/decision.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import { settleInputOf } from '#shared/records/settle-input.ts';

/** Starts what carries a decision out. */
export async function startRun(runner: WorkflowRunner, decision: Decision): Promise<boolean> {
  if (decision.state !== 'waiting') return false;
  return startedOrLeft(() => runner.start('settle', decision.runId, settleInputOf(decision)));
}

/** False where it could not be started. Nothing is lost by that: what it does is written down, and the sweep starts it. */
export async function startedOrLeft(start: () => Promise<void>): Promise<boolean> {
  try {
    await start();
    return true;
  } catch {
    return false;
  }
}
