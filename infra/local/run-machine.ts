import { StateMachine } from 'aws-local-stepfunctions';
import type { RunId } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { MachineName, RunWatcher, WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import type { Log } from '#shared/telemetry/log.ts';
import { intakeDefinition } from '#shared/workflow/intake.definition.ts';
import { settleDefinition } from '#shared/workflow/settle.definition.ts';
import { machineSteps, type StepState } from '#shared/workflow/steps.ts';
import { type Journal, type Json, makeJournal } from './journal.ts';
import { withPlaceholderArns } from './placeholder-arns.ts';

export type Step = (input: unknown) => Promise<unknown>;
export type Steps = Record<StepState, Step>;

export type LocalRunner = WorkflowRunner &
  RunWatcher & {
    /** Resolves when no run is waiting or going on. */
    idle(): Promise<void>;
    /** Starts nothing more and waits for what is going on. A decision that only waits for its time is left to the next start. */
    stop(): Promise<void>;
  };

type Options = {
  steps: Steps;
  records: RecordStore;
  log: Log;
  /** mails at the same time */
  atOnce: number;
  /** for mails */
  onFinished?: (runId: RunId, input: RunInput) => void;
  /** so long it is until an instant; by this machine's own time where left out */
  millisecondsUntil?: MillisecondsUntil;
};
/** Where time is set and does not pass by itself, whoever sets it moves it on to the instant and answers 0. */
export type MillisecondsUntil = (instant: string) => number;
type RunInput = Readonly<Record<string, string>>;

/** Decisions at the same time: nearly all of them only wait until they cannot be taken back any more. */
const decisionsAtOnce = 500;

/** A run that is going on: how many of its tasks are at work, and how to leave it where it is. */
type Going = { busy: number; abort: () => void; isLeft: boolean };

/**
 * Runs the machines that Step Functions runs on AWS. Each finished task is written to the journal before the next begins;
 * a run that was cut off (kill -9, power) is walked again from its start, and finished tasks answer from the journal.
 */
export function makeLocalRunner(options: Options): LocalRunner {
  const { steps, records, log, atOnce, onFinished, millisecondsUntil = byOwnTime } = options;
  const machines: Record<MachineName, StateMachine> = {
    intake: new StateMachine(withPlaceholderArns(intakeDefinition)),
    settle: new StateMachine(withPlaceholderArns(settleDefinition)),
  };
  const journal = makeJournal(records);
  const lines: Record<MachineName, Line> = { intake: makeLine(atOnce), settle: makeLine(decisionsAtOnce) };
  const decisions = new Map<RunId, Going>();

  async function walk(machine: MachineName, runId: RunId, input: RunInput): Promise<void> {
    const going: Going = { busy: 0, isLeft: false, abort: () => {} };
    const handlers = handlersFor(steps, journal, { log, runId, going });
    const overrides = { taskResourceLocalHandlers: handlers, waitTimeOverrides: waitsOf(input, millisecondsUntil) };
    const execution = machines[machine].run({ ...input }, { overrides });
    going.abort = execution.abort;
    if (machine === 'settle') decisions.set(runId, going);
    try {
      await execution.result;
      await journal.close(runId, 'finished');
    } catch (fault) {
      if (going.isLeft) return;
      log.error({ step: machine, runId, error: nameOf(fault) });
      await journal.close(runId, 'failed');
    } finally {
      decisions.delete(runId);
    }
    if (machine === 'intake') onFinished?.(runId, input);
  }

  function leaveWaiting(): void {
    for (const going of decisions.values()) {
      if (going.busy > 0) continue;
      going.isLeft = true;
      going.abort();
    }
  }

  return {
    async start(machine, runId, input) {
      if ((await journal.open(runId)) === 'finished') return;
      lines[machine].add(runId, () =>
        walk(machine, runId, input).catch((fault: unknown) =>
          log.error({ step: machine, runId, error: nameOf(fault) }),
        ),
      );
    },
    isGoingOn: async (machine, runId) => lines[machine].has(runId),
    async idle() {
      await Promise.all([lines.intake.idle(), lines.settle.idle()]);
    },
    async stop() {
      const stopped = [lines.intake.stop(), lines.settle.stop()];
      leaveWaiting();
      await Promise.all(stopped);
    },
  };
}

const byOwnTime: MillisecondsUntil = (instant) => Date.parse(instant) - Date.now();

/** A time that is past already, after a restart, is no wait at all; the interpreter would count backwards. */
function waitsOf({ takesEffectAt }: RunInput, millisecondsUntil: MillisecondsUntil): Record<string, number> {
  if (takesEffectAt === undefined) return {};
  return { WhileItCanBeTakenBack: Math.max(0, millisecondsUntil(takesEffectAt)) };
}

const nameOf = (fault: unknown) => (fault instanceof Error ? fault.name : 'Error');

type Walk = { log: Log; runId: RunId; going: Going };

function handlersFor(steps: Steps, journal: Journal, { log, runId, going }: Walk) {
  const handler = (state: StepState) => async (input: Json) => {
    const started = performance.now();
    going.busy += 1;
    try {
      return await journal.once(runId, state, input, () => steps[state](input));
    } catch (fault) {
      log.error({ step: state, runId, error: nameOf(fault), ms: Math.round(performance.now() - started) });
      throw fault;
    } finally {
      going.busy -= 1;
    }
  };
  return Object.fromEntries(machineSteps.map(({ state }) => [state, handler(state)]));
}

type Line = ReturnType<typeof makeLine>;

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
    has: (name: string) => going.has(name) || waiting.has(name),
    idle,
    stop() {
      stopped = true;
      return idle();
    },
  };
}
