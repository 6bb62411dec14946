import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { ContainedResult } from './contained-message.ts';
import { ContainedWorker, type WorkerLimits } from './contained-worker.ts';
import { makePlaces } from './places.ts';

export type ContainedPoolOptions<Answer> = WorkerLimits & {
  /** children at once; each works on one job at a time, further jobs wait */
  size: number;
  /** a child without work for this long is stopped, and its memory given back; a minute when left out */
  idleMs?: number;
  /** a child that died by itself is replaced, and asked once more while nobody else works: it may have been the others' doing */
  isAskedAgain?: boolean;
  /** before each further try of a job whose child was killed by somebody else */
  pausesMs?: readonly number[];
  /** the shape of an answer; anything else is `failed` */
  answerSchema: z.ZodType<Answer>;
};

export type ContainedPool<Answer> = {
  /** Never throws and never hangs: a child that does not answer is a result. */
  run(input: unknown): Promise<ContainedResult<Answer>>;
  close(): Promise<void>;
};

/** What kills readers (want of memory, somebody who tidies up) is over after a while: a paper whose reader is killed after all these did it. */
const killedPausesMs = [100, 500, 2_000, 5_000, 10_000];

/**
 * Runs `module` (which exports `answer(input): Promise<unknown>`) in child processes that stay warm between jobs.
 * Input and answer are structured clones, so bytes pass as they are.
 */
export function makeContainedPool<Answer>(options: ContainedPoolOptions<Answer>): ContainedPool<Answer> {
  const idle: ContainedWorker[] = [];
  const working = new Set<ContainedWorker>();
  const { idleMs = 60_000, size, pausesMs = killedPausesMs, isAskedAgain = false } = options;
  const places = makePlaces(size);
  let isClosed = false;

  const takeWorker = (): ContainedWorker => {
    const warm = idle.pop();
    return warm && !warm.isGone ? warm : new ContainedWorker(options);
  };
  /** The timer does not keep the program alive; who has worked since then stays. */
  const stopWhenIdle = (worker: ContainedWorker): void => {
    const { jobsDone } = worker;
    const look = () => {
      const at = idle.indexOf(worker);
      if (at < 0 || worker.jobsDone !== jobsDone) return;
      idle.splice(at, 1);
      void worker.stop();
    };
    setTimeout(look, idleMs).unref();
  };
  const giveBack = async (worker: ContainedWorker): Promise<void> => {
    if (worker.isGone) return;
    if (isClosed || worker.isSpent) await worker.stop();
    else {
      idle.push(worker);
      stopWhenIdle(worker);
    }
  };

  /** Nobody else's hunger can be what ended the child: the others have ended, and wait. */
  const isWorthAnother = ({ outcome }: ContainedResult<Answer>, wasAlone: boolean): boolean =>
    outcome === 'killed' || (isAskedAgain && !wasAlone && (outcome === 'died' || outcome === 'starved'));

  async function inTurn(count: number, input: unknown): Promise<ContainedResult<Answer>> {
    await places.take(count);
    try {
      return isClosed ? { outcome: 'died' } : await runOn(takeWorker(), input);
    } finally {
      places.give(count);
    }
  }

  return {
    async run(input) {
      let result = await inTurn(1, input);
      let wasAlone = false;
      for (const milliseconds of pausesMs) {
        if (isClosed || !isWorthAnother(result, wasAlone)) break;
        await pause(milliseconds);
        result = await inTurn(size, input);
        wasAlone = true;
      }
      return result;
    },
    async close() {
      isClosed = true;
      await Promise.all([...idle.splice(0), ...working].map((worker) => worker.stop()));
    },
  };

  async function runOn(worker: ContainedWorker, input: unknown): Promise<ContainedResult<Answer>> {
    working.add(worker);
    const result = await worker.work(input);
    working.delete(worker);
    await giveBack(worker);
    if (result.outcome !== 'answered') return { outcome: result.outcome };
    const answer = options.answerSchema.safeParse(result.answer);
    return answer.success ? { outcome: 'done', value: answer.data } : { outcome: 'failed' };
  }
}
