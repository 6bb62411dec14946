import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeContainedPool } from '#shared/adapters/local/contained/contained-pool.ts';
import { chanceOf } from '#test/corpus/make/chance.ts';
import { breakBytes, breakPages } from './break-bytes.ts';
import { fuzzAnswerSchema, type Target, targets } from './fuzz-message.ts';
import { keptFolder, seedInputs } from './seed-inputs.ts';

export type FuzzWish = {
  seed: string;
  seconds: number;
  /** all of them when left out */
  only?: readonly Target[];
  /** the first case; the seed and its number make each case again */
  from?: number;
  /** no more than these; by time alone when left out */
  cases?: number;
};
export type FuzzFailure = { target: Target; case: number; says: string; file: string };
export type FuzzRun = { cases: Record<string, number>; failures: FuzzFailure[] };

/** Far above what any of the inputs needs on a busy machine, far below "for ever" and "all of the memory". */
const limits = { deadlineMs: 15_000, rssBytesMax: 900 * 2 ** 20 };
const failuresMax = 20;

/** Breaks inputs and hands them to the real readers, in a child with limits, until the time is over. */
export async function runFuzz(
  wish: FuzzWish,
  tell: (run: FuzzRun, at: number) => void = () => undefined,
): Promise<FuzzRun> {
  const { seed, seconds, only = targets, from = 0, cases = Number.POSITIVE_INFINITY } = wish;
  const module = new URL('./fuzz-job.ts', import.meta.url);
  const pool = makeContainedPool({ module, size: 1, ...limits, answerSchema: fuzzAnswerSchema });
  const inputs = await seedInputs();
  const run: FuzzRun = { cases: Object.fromEntries(only.map((target) => [target, 0])), failures: [] };
  const until = performance.now() + seconds * 1000;
  try {
    for (let number = from; number < from + cases && performance.now() < until; number += 1) {
      const target = only[number % only.length] ?? 'mime';
      const bytes = brokenInput(inputs[target], target, `${seed} ${number}`);
      const first = await pool.run({ target, bytes });
      // a machine that is busy may start a child too late: what a reader does not bear, it does not bear twice
      const result = first.outcome === 'done' ? first : await pool.run({ target, bytes });
      run.cases[target] = (run.cases[target] ?? 0) + 1;
      const says = result.outcome === 'done' ? result.value.says : `the child ended by "${result.outcome}"`;
      if (says !== '') run.failures.push({ target, case: number, says, file: await keep(bytes, target, seed, number) });
      tell(run, number);
      if (run.failures.length >= failuresMax) break;
    }
  } finally {
    await pool.close();
  }
  return run;
}

function brokenInput(inputs: readonly Buffer[], target: Target, seed: string): Buffer {
  const chance = chanceOf(seed);
  const [whole, other] = [chance.pick(inputs), chance.pick(inputs)];
  return target === 'rules' ? breakPages(whole, other, chance) : breakBytes(whole, other, chance);
}

async function keep(bytes: Buffer, target: Target, seed: string, number: number): Promise<string> {
  await mkdir(keptFolder, { recursive: true });
  const file = join(keptFolder, `${target}-${seed.replace(/\W/g, '_')}-${number}.bin`);
  await writeFile(file, bytes);
  return file;
}
