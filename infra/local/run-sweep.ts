import { setImmediate } from 'node:timers/promises';
import { StateMachine } from 'aws-local-stepfunctions';
import { z } from 'zod';
import type { SweepCheck, SweepHook } from '#functions/sweep/sweep-hook.ts';
import { makeSweepPlan } from '#functions/sweep/sweep-plan.ts';
import { makeSweepReport } from '#functions/sweep/sweep-report.ts';
import { makeSweepSegment } from '#functions/sweep/sweep-segment.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { SweepRun } from '#shared/domain/sweep-run.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findSweepRun } from '#shared/records/sweep-run-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import {
  type SweepState,
  sweepPlanInputSchema,
  sweepReportInputSchema,
  sweepSegmentInputSchema,
  sweepSteps,
} from '#shared/workflow/steps.ts';
import { sweepDefinition } from '#shared/workflow/sweep.definition.ts';
import { oneMachineDefinition } from './one-machine-definition.ts';

export type SweepParts = {
  records: RecordStore;
  clock: Clock;
  programme: Programme;
  hooks?: readonly SweepHook[];
  checks?: readonly SweepCheck[];
  peopleMax?: number;
  /** pause before a step that asked for it is tried again; as the machine says where left out */
  retryMilliseconds?: number;
};

const sweptSchema = z.object({ runId: z.string() });

/** Made once: checking the definition takes half a second. */
let machine: StateMachine | null = null;

/**
 * Walks the machine that Step Functions walks on AWS, to its end. No journal: how far each segment is stands in its own row, so
 * a sweep that was cut off goes on when it is started again. `day` null: today, where the programme lives.
 */
export async function runSweep(parts: SweepParts, day: string | null = null): Promise<SweepRun> {
  machine ??= new StateMachine(oneMachineDefinition(sweepDefinition));
  const overrides = { taskResourceLocalHandlers: stepsOf(parts), ...retriesAfter(parts.retryMilliseconds) };
  const execution = machine.run({ day }, { overrides });
  const { runId } = sweptSchema.parse(await execution.result);
  const found = await findSweepRun(parts.records, runId);
  if (!found) throw new GiveUp('the run of the sweep is not on record');
  return found.run;
}

function retriesAfter(milliseconds: number | undefined) {
  if (milliseconds === undefined) return {};
  return { retryIntervalOverrides: Object.fromEntries(sweepSteps.map(({ state }) => [state, milliseconds])) };
}

function stepsOf({ records, clock, programme, hooks = [], checks = [], peopleMax }: SweepParts) {
  const plan = makeSweepPlan({ records, clock, programme });
  const most = peopleMax === undefined ? {} : { peopleMax };
  const segment = makeSweepSegment({ records, clock, programme, hooks, ...most });
  const report = makeSweepReport({ records, clock, checks });
  return {
    SweepPlan: (input: unknown) => plan(sweepPlanInputSchema.parse(input)),
    async SweepSegment(input: unknown) {
      // whatever else this process does has its turn between two steps
      await setImmediate();
      return segment(sweepSegmentInputSchema.parse(input));
    },
    SweepReport: (input: unknown) => report(sweepReportInputSchema.parse(input)),
  } satisfies Record<SweepState, (input: unknown) => Promise<unknown>>;
}
