import type { RunId } from '#shared/domain/ids.ts';

export type MachineName = 'intake';

export interface WorkflowRunner {
  /**
   * Starts a run under a name made from submission and run number. Starting the same name again is no fault and starts
   * nothing. `input` carries ids only. Returns when the start is durable, not when the run is over.
   */
  start(machine: MachineName, runId: RunId, input: Readonly<Record<string, string>>): Promise<void>;
}
