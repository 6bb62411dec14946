import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type RunId, runIdSchema } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { MachineName } from '#shared/ports/workflow-runner.ts';
import { listAll } from '#shared/records/list-all.ts';

const jsonSchema = z.json();
export type Json = z.infer<typeof jsonSchema>;

const machineNameSchema: z.ZodType<MachineName> = z.enum(['intake', 'settle']);
const stateSchema = z.enum(['running', 'finished', 'failed']);
export type RunState = z.infer<typeof stateSchema>;
/** `definition`: hash of the machine it began under; left out in rows of before, and once it has ended */
const runRowSchema = z.object({ state: stateSchema, definition: z.string().optional() });
const begunSchema = z.object({ machine: machineNameSchema, input: z.record(z.string(), z.string()) });
/** What a run was begun with: enough to walk it again. */
export type Begun = z.infer<typeof begunSchema>;
const stepRowSchema = z.object({ output: jsonSchema });

/** What each run has done so far, durable before the next step begins. After a kill the same run answers from it. */
export interface Journal {
  /** Notes that the run exists, and under which definition of its machine; what it was before, if it did. */
  open(runId: RunId, begun: Begun & { definition: string }): Promise<{ state: RunState; definition: string }>;
  close(runId: RunId, state: 'finished' | 'failed'): Promise<void>;
  /** The step's earlier output if it was finished with the same input, else what `work` gives, noted. */
  once(runId: RunId, step: string, input: Json, work: () => Promise<unknown>): Promise<Json>;
}

/** What is listed is a run that ended in a fault; one that is tried again and ends well leaves the list. */
const failedPk = 'RUNS#FAILED';

/** Runs whose last walk ended in a fault, in no order that means anything. */
export async function listFailedRuns(records: RecordStore): Promise<RunId[]> {
  const rows = await listAll(records, { pk: failedPk, index: 'index1' });
  return rows.map(({ index1 }) => runIdSchema.parse(index1?.sk));
}

/** What is listed began and has not come to an end: it goes on, or its process is gone. */
const goingPk = 'RUNS#GOING';

/** Runs that began and have not ended. Those of stores that were written before there was this list are found by their mails alone. */
export async function listGoingRuns(records: RecordStore): Promise<(Begun & { runId: RunId })[]> {
  const rows = await listAll(records, { pk: goingPk, index: 'index1' });
  return rows.map(({ body, index1 }) => ({ ...begunSchema.parse(body), runId: runIdSchema.parse(index1?.sk) }));
}

const digest = (input: Json) => createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 24);

export function makeJournal(records: RecordStore): Journal {
  const runKey = (runId: RunId) => ({ pk: `RUN#${runId}`, sk: 'STATE' });
  return {
    async open(runId, begun) {
      const row = { ...runKey(runId), body: { state: 'running', ...begun }, index1: { pk: goingPk, sk: runId } };
      await records.write([{ put: row, expect: 'absent' }]);
      const found = await records.find(runKey(runId));
      const { state, definition = begun.definition } = runRowSchema.parse(found?.body);
      return { state, definition };
    },
    async close(runId, state) {
      const row = { ...runKey(runId), body: { state } };
      const put = state === 'failed' ? { ...row, index1: { pk: failedPk, sk: runId } } : row;
      await records.write([{ put, expect: 'any' }]);
    },
    async once(runId, step, input, work) {
      const key = { pk: `RUN#${runId}`, sk: `STEP#${step}#${digest(input)}` };
      const done = await records.find(key);
      if (done) return stepRowSchema.parse(done.body).output;
      const output = jsonSchema.parse(await work());
      await records.write([{ put: { ...key, body: { output } }, expect: 'any' }]);
      return output;
    },
  };
}
