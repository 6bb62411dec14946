import type { RunId } from '#shared/domain/ids.ts';

/** intake: one mail from its opening to its answer. settle: what follows from a decision of a person about it. */
export type MachineName = 'intake' | 'settle';

export interface WorkflowRunner {
  /**
   * Starts a run under a name made from submission and run number. Starting the same name again is no fault and starts
   * nothing. `input` carries ids only. Returns when the start is durable, not when the run is over.
   */
  start(machine: MachineName, runId: RunId, input: Readonly<Record<string, string>>): Promise<void>;
}

/** For whoever asks whether anybody still works on something. */
export interface RunWatcher {
  /** Whether a run waits for its turn or is at work now; false also where it never began or is over. */
  isGoingOn(machine: MachineName, runId: RunId): Promise<boolean>;
}
