import { StateMachine } from 'aws-local-stepfunctions';
import { z } from 'zod';
import type { RunId } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import type { Log } from '#shared/telemetry/log.ts';
import { intakeDefinition } from '#shared/workflow/intake.definition.ts';
import { type IntakeState, intakeSteps } from '#shared/workflow/steps.ts';
import { type Journal, type Json, makeJournal } from './journal.ts';

export type Step = (input: unknown) => Promise<unknown>;
export type Steps = Record<IntakeState, Step>;

export type LocalRunner = WorkflowRunner & {
  /** Resolves when no run is waiting or going on. */
  idle(): Promise<void>;
  /** Starts nothing more and waits for what is going on. */
  stop(): Promise<void>;
};

type Options = {
  steps: Steps;
  records: RecordStore;
  log: Log;
  /** runs at the same time */
  atOnce: number;
  onFinished?: (runId: RunId, input: RunInput) => void;
};
type RunInput = Readonly<Record<string, string>>;

/** The interpreter checks the definition itself; here it only gets the type it asks for. */
const definitionSchema = z.custom<ConstructorParameters<typeof StateMachine>[0]>((value) => typeof value === 'object');

/** The interpreter wants ARNs; the handlers given at each run are called instead of any Lambda. */
function withPlaceholderArns(definition: object) {
  const arn = (_whole: string, name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
  return definitionSchema.parse(JSON.parse(JSON.stringify(definition).replace(/\$\{(\w+)\}/g, arn)));
}

/**
 * Runs the machine that Step Functions runs on AWS. Each finished task is written to the journal before the next begins;
 * a run that was cut off (kill -9, power) is walked again from its start, and finished tasks answer from the journal.
 */
export function makeLocalRunner({ steps, records, log, atOnce, onFinished }: Options): LocalRunner {
  const machine = new StateMachine(withPlaceholderArns(intakeDefinition));
  const journal = makeJournal(records);
  const line = makeLine(atOnce);

  async function walk(runId: RunId, input: RunInput): Promise<void> {
    const handlers = handlersFor(steps, journal, log, runId);
    const execution = machine.run({ ...input }, { overrides: { taskResourceLocalHandlers: handlers } });
    try {
      await execution.result;
      await journal.close(runId, 'finished');
    } catch (fault) {
      log.error({ step: 'intake', runId, error: nameOf(fault) });
      await journal.close(runId, 'failed');
    }
    onFinished?.(runId, input);
  }

  return {
    async start(_machine, runId, input) {
      if ((await journal.open(runId)) === 'finished') return;
      line.add(runId, () =>
        walk(runId, input).catch((fault: unknown) => log.error({ step: 'intake', runId, error: nameOf(fault) })),
      );
    },
    idle: line.idle,
    stop: line.stop,
  };
}

const nameOf = (fault: unknown) => (fault instanceof Error ? fault.name : 'Error');

function handlersFor(steps: Steps, journal: Journal, log: Log, runId: RunId) {
  const handler = (state: IntakeState) => async (input: Json) => {
    const started = performance.now();
    try {
      return await journal.once(runId, state, input, () => steps[state](input));
    } catch (fault) {
      log.error({ step: state, runId, error: nameOf(fault), ms: Math.round(performance.now() - started) });
      throw fault;
    }
  };
  return Object.fromEntries(intakeSteps.map(({ state }) => [state, handler(state)]));
}

/** A queue that works on a few things at a time; the same name twice is one thing. */
function makeLine(atOnce: number) {
  const waiting = new Map<string, () => Promise<void>>();
  const going = new Set<string>();
  let stopped = false;
  const wake: (() => void)[] = [];

  function next(): void {
    for (const [name, work] of waiting) {
      if (stopped || going.size >= atOnce) break;
      waiting.delete(name);
      going.add(name);
      void work().finally(() => {
        going.delete(name);
        next();
      });
    }
    if (going.size === 0 && (stopped || waiting.size === 0)) {
      for (const resolve of wake.splice(0)) resolve();
    }
  }

  const idle = () =>
    new Promise<void>((resolve) => {
      wake.push(resolve);
      next();
    });

  return {
    add(name: string, work: () => Promise<void>) {
      if (going.has(name) || waiting.has(name)) return;
      waiting.set(name, work);
      next();
    },
    idle,
    stop() {
      stopped = true;
      return idle();
    },
  };
}
