import { setTimeout as pause } from 'node:timers/promises';
import type { StateMachine } from 'aws-local-stepfunctions';
import type { RunId } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import type { MachineName, RunWatcher, WorkflowRunner } from '#shared/ports/workflow-runner.ts';
import type { Log } from '#shared/telemetry/log.ts';
import { stepOfItemState } from '#shared/workflow/each-item.ts';
import { machineSteps, type StepState } from '#shared/workflow/steps.ts';
import { type Journal, type Json, makeJournal } from './journal.ts';
import { hashOf, machineOfToday, makeKeptDefinitions } from './kept-definitions.ts';

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
  /** for whoever wants to know where the time goes: each step that was worked on, as it ends */
  onStep?: OnStep;
  /** so long it is until an instant; by this machine's own time where left out */
  millisecondsUntil?: MillisecondsUntil;
  /** pause before a step that asked for it is tried again; as the machine says where left out */
  retryMilliseconds?: number;
};
/** Where time is set and does not pass by itself, whoever sets it moves it on to the instant and answers 0. */
export type MillisecondsUntil = (instant: string) => number;
export type OnStep = (step: { state: StepState; runId: RunId; milliseconds: number }) => void;
type RunInput = Readonly<Record<string, string>>;

const millisecondsBetweenCloses = 1_000;
/** Decisions at the same time: nearly all of them only wait until they cannot be taken back any more. */
const decisionsAtOnce = 500;

/** `began`: the hash of the definition that the run was first begun with. */
type Started = { runId: RunId; input: RunInput; began: string };

/** A run that is going on: how many of its tasks are at work, and how to leave it where it is. */
type Going = { busy: number; abort: () => void; isLeft: boolean };

/**
 * Runs the machines that Step Functions runs on AWS. Each finished task is written to the journal before the next begins;
 * a run that was cut off (kill -9, power) is walked again from its start, and finished tasks answer from the journal.
 */
export function makeLocalRunner(options: Options): LocalRunner {
  const { steps, records, log, atOnce, onFinished, onStep, millisecondsUntil = byOwnTime, retryMilliseconds } = options;
  const journal = makeJournal(records);
  const lines: Record<MachineName, Line> = { intake: makeLine(atOnce), settle: makeLine(decisionsAtOnce) };
  const decisions = new Map<RunId, Going>();

  const definitions = makeKeptDefinitions(records);

  /** A run ends by the definition it began under. Where that is gone, what it did is found by step and input, and all else is of today. */
  async function machineOf(machine: MachineName, runId: RunId, began: string): Promise<StateMachine> {
    if (began === hashOf(machine)) return machineOfToday(machine);
    const own = await definitions.find(began);
    const outcome = own === null ? 'began-under-a-definition-that-is-gone' : 'began-under-another-definition';
    log.info({ step: machine, runId, outcome });
    return own ?? machineOfToday(machine);
  }

  async function walk(machine: MachineName, { runId, input, began }: Started): Promise<void> {
    const going: Going = { busy: 0, isLeft: false, abort: () => {} };
    const handlers = handlersFor(steps, journal, { log, runId, going, onStep });
    const overrides = {
      taskResourceLocalHandlers: handlers,
      waitTimeOverrides: waitsOf(input, millisecondsUntil),
      ...retriesAfter(retryMilliseconds),
    };
    const execution = (await machineOf(machine, runId, began)).run({ ...input }, { overrides });
    going.abort = execution.abort;
    if (machine === 'settle') decisions.set(runId, going);
    const fault = await execution.result.then(() => null, asFault).finally(() => decisions.delete(runId));
    if (fault !== null && going.isLeft) return;
    if (fault !== null) log.error({ step: machine, runId, error: fault.name });
    await closed(runId, fault === null ? 'finished' : 'failed');
    if (machine === 'intake') onFinished?.(runId, input);
  }

  /** A run whose end cannot be written down has ended all the same: the next start walks it once more, from its journal. */
  async function closed(runId: RunId, state: 'finished' | 'failed', tries = 3): Promise<void> {
    try {
      await journal.close(runId, state);
    } catch (fault) {
      if (tries === 1) throw fault;
      await pause(retryMilliseconds ?? millisecondsBetweenCloses);
      await closed(runId, state, tries - 1);
    }
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
      const begun = { machine, input: { ...input }, definition: hashOf(machine) };
      await definitions.keep(machine);
      const { state, definition: began } = await journal.open(runId, begun);
      if (state === 'finished') return;
      lines[machine].add(runId, () =>
        walk(machine, { runId, input, began }).catch((fault: unknown) =>
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

function retriesAfter(milliseconds: number | undefined) {
  if (milliseconds === undefined) return {};
  return { retryIntervalOverrides: Object.fromEntries(stepOfState.map(([state]) => [state, milliseconds])) };
}

const asFault = (fault: unknown) => (fault instanceof Error ? fault : new Error('unknown fault'));
const nameOf = (fault: unknown) => (fault instanceof Error ? fault.name : 'Error');

type Walk = { log: Log; runId: RunId; going: Going; onStep: OnStep | undefined };

function handlersFor(steps: Steps, journal: Journal, { log, runId, going, onStep }: Walk) {
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
      onStep?.({ state, runId, milliseconds: performance.now() - started });
    }
  };
  return Object.fromEntries(stepOfState.map(([state, step]) => [state, handler(step)]));
}

/** Each state that works, and the step that does it. */
const stepOfState: [state: string, step: StepState][] = [
  ...machineSteps.map(({ state }): [string, StepState] => [state, state]),
  ...Object.entries(stepOfItemState),
];

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
