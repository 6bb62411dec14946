import type { z } from 'zod';
import type { ContainedResult } from './contained-message.ts';
import { ContainedWorker, type WorkerLimits } from './contained-worker.ts';

export type ContainedPoolOptions<Answer> = WorkerLimits & {
  /** children at once; each works on one job at a time, further jobs wait */
  size: number;
  /** a child without work for this long is stopped, and its memory given back; a minute when left out */
  idleMs?: number;
  /** a child that died is replaced, and asked once more: the system may have killed it for the memory of others */
  isAskedAgain?: boolean;
  /** the shape of an answer; anything else is `failed` */
  answerSchema: z.ZodType<Answer>;
};

export type ContainedPool<Answer> = {
  /** Never throws and never hangs: a child that does not answer is a result. */
  run(input: unknown): Promise<ContainedResult<Answer>>;
  close(): Promise<void>;
};

/**
 * Runs `module` (which exports `answer(input): Promise<unknown>`) in child processes that stay warm between jobs.
 * Input and answer are structured clones, so bytes pass as they are.
 */
export function makeContainedPool<Answer>(options: ContainedPoolOptions<Answer>): ContainedPool<Answer> {
  const idle: ContainedWorker[] = [];
  const working = new Set<ContainedWorker>();
  const waiting: (() => void)[] = [];
  const { idleMs = 60_000 } = options;
  let places = options.size;
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

  return {
    async run(input) {
      if (places > 0) places -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      const first = isClosed ? null : await runOn(takeWorker(), input);
      const isOnceMore = first?.outcome === 'died' && options.isAskedAgain === true && !isClosed;
      const result = isOnceMore ? await runOn(takeWorker(), input) : first;
      const next = waiting.shift();
      if (next) next();
      else places += 1;
      return result ?? { outcome: 'died' };
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
