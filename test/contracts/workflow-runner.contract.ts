import { describe, expect, it } from 'vitest';
import { type RunId, runIdOf, submissionIdSchema } from '#shared/domain/ids.ts';
import type { RunWatcher, WorkflowRunner } from '#shared/ports/workflow-runner.ts';

export type RunnerUnderTest = {
  runner: WorkflowRunner;
  /** inputs of all runs that were started under this name */
  inputsOf(runId: RunId): Promise<unknown[]>;
};

const submissionId = submissionIdSchema.parse('sub_01m811hy8xf02xqqqb4d7rr112');

/** `goOn`: a run that is at work until `end` is called; the watcher is asked about it and about one that never began. */
export type RunWatcherUnderTest = {
  watcher: RunWatcher;
  goOn(runId: RunId): Promise<{ end(): Promise<void> }>;
};

export function runWatcherContract(open: () => Promise<RunWatcherUnderTest>): void {
  it('a run is going on from its start to its end, and one that never began is not', async () => {
    const { watcher, goOn } = await open();
    const runId = runIdOf(submissionId, 7);
    expect(await watcher.isGoingOn('intake', runId)).toBe(false);
    const { end } = await goOn(runId);
    expect(await watcher.isGoingOn('intake', runId)).toBe(true);
    expect(await watcher.isGoingOn('intake', runIdOf(submissionId, 8))).toBe(false);
    await end();
    expect(await watcher.isGoingOn('intake', runId)).toBe(false);
  });
}

export function workflowRunnerContract(open: () => Promise<RunnerUnderTest>): void {
  describe('a run', () => {
    it('started twice under one name is one run', async () => {
      const { runner, inputsOf } = await open();
      const runId = runIdOf(submissionId, 1);
      const input = { submissionId, runId };
      await runner.start('intake', runId, input);
      await runner.start('intake', runId, input);
      expect(await inputsOf(runId)).toEqual([input]);
    });

    it('of the same submission under the next number is another run', async () => {
      const { runner, inputsOf } = await open();
      for (const number of [2, 3]) {
        const runId = runIdOf(submissionId, number);
        await runner.start('intake', runId, { submissionId, runId });
      }
      expect(await inputsOf(runIdOf(submissionId, 2))).toHaveLength(1);
      expect(await inputsOf(runIdOf(submissionId, 3))).toHaveLength(1);
    });
  });
}
