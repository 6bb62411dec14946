import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { ContainedResult } from '#shared/adapters/local/contained/contained-message.ts';
import {
  type ContainedPool,
  type ContainedPoolOptions,
  makeContainedPool,
} from '#shared/adapters/local/contained/contained-pool.ts';
import { childrenOf } from '#test/journeys/kill-children.ts';

const answerSchema = z.object({
  pid: z.number(),
  bytes: z.instanceof(Uint8Array),
});
type Answer = z.infer<typeof answerSchema>;
const pools: ContainedPool<Answer>[] = [];

function aPool(options: Partial<ContainedPoolOptions<Answer>> = {}): ContainedPool<Answer> {
  const pool = makeContainedPool({
    module: new URL('./misbehaving-module.ts', import.meta.url),
    size: 1,
    deadlineMs: 10_000,
    rssBytesMax: 512 * 2 ** 20,
    answerSchema,
    ...options,
  });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

async function pidOf(pool: ContainedPool<Answer>): Promise<number> {
  const result = await pool.run({ kind: 'echo' });
  return result.outcome === 'done' ? result.value.pid : 0;
}

test('a child without work gives its memory back, and the next job is done by another', async () => {
  const pool = aPool({ idleMs: 20 });
  const first = await pidOf(pool);

  await expect.poll(() => existsSync(`/proc/${first}`), { timeout: 5_000 }).toBe(false);

  expect(await pidOf(pool)).not.toBe(first);
});

test('bytes come back from the child as they went, and the child stays warm for the next job', async () => {
  const pool = aPool();
  const bytes = new Uint8Array([0, 1, 254, 255]);

  const result = await pool.run({ kind: 'echo', bytes });
  const pidOfNext = await pidOf(pool);

  expect(result).toEqual({ outcome: 'done', value: { pid: pidOfNext, bytes } });
  expect(pidOfNext).not.toBe(process.pid);
});

test('work that can never settle, and an exit with success, are deaths and not successes', async () => {
  const pool = aPool();

  const never = await pool.run({ kind: 'never' });
  const exit = await pool.run({ kind: 'exit-0' });
  const after = await pool.run({ kind: 'echo' });

  expect(never).toEqual({ outcome: 'died' });
  expect(exit).toEqual({ outcome: 'died' });
  expect(after.outcome).toBe('done');
});

test('a child that spins or only waits is stopped at the deadline', async () => {
  const pool = aPool({ size: 2, deadlineMs: 1200 });

  const results = await Promise.all([pool.run({ kind: 'spin' }), pool.run({ kind: 'wait' })]);

  // on a machine that is busy for long it is stopped too, and it is said that it had no time of its own
  const stopped = { outcome: expect.stringMatching(/^(?:deadline|starved)$/) };
  expect(results).toEqual([stopped, { outcome: 'deadline' }]);
});

test('B251: a child that eats memory outside the heap is stopped at the limit', async () => {
  const pool = aPool({ rssBytesMax: 200 * 2 ** 20 });

  const result = await pool.run({ kind: 'eat' });

  expect(result).toEqual({ outcome: 'memory' });
});

test('an exception and an answer of another shape are failures, and the same child goes on', async () => {
  const pool = aPool();
  const pidBefore = await pidOf(pool);

  const results = [await pool.run({ kind: 'throw' }), await pool.run({ kind: 'wrong-shape' })];

  expect(results).toEqual([{ outcome: 'failed' }, { outcome: 'failed' }]);
  expect(await pidOf(pool)).toBe(pidBefore);
});

test('a child may not write files and sees nothing of the program’s environment', async () => {
  const pool = aPool();

  const write = await pool.run({ kind: 'write' });
  const environment = await pool.run({ kind: 'environment' });

  expect(write).toEqual({ outcome: 'failed' });
  expect(environment).toEqual({
    outcome: 'done',
    value: { pid: 0, bytes: new Uint8Array() },
  });
});

test('jobs beyond the number of children wait their turn and all get an answer', async () => {
  const pool = aPool({ size: 2 });

  const results = await Promise.all(Array.from({ length: 12 }, () => pool.run({ kind: 'echo' })));

  const pids = new Set(results.map((result) => (result.outcome === 'done' ? result.value.pid : 0)));
  expect(pids.size).toBe(2);
  expect(pids.has(0)).toBe(false);
});

test('a child is replaced after 200 jobs', async () => {
  const pool = aPool();

  const pids = new Set<number>();
  for (let job = 0; job < 201; job += 1) pids.add(await pidOf(pool));

  expect(pids.size).toBe(2);
});

test('closing ends open jobs as deaths and later jobs are refused the same way', async () => {
  const pool = aPool();
  const open = pool.run({ kind: 'wait' });
  const queued = pool.run({ kind: 'echo' });

  await pool.close();

  expect(await open).toEqual({ outcome: 'died' });
  expect(await queued).toEqual({ outcome: 'died' });
  expect(await pool.run({ kind: 'echo' })).toEqual({ outcome: 'died' });
});

describe('a child that did not come to its answer', () => {
  const briefly = [1, 1, 1];

  /** From outside, as the system does that is short of memory: whichever child is there, so many times. */
  async function killChildren(times: number): Promise<number> {
    const killed = new Set<number>();
    while (killed.size < times) {
      await expect.poll(() => childrenOf(process.pid).some((pid) => !killed.has(pid)), patience).toBe(true);
      for (const pid of childrenOf(process.pid)) if (!killed.has(pid)) killed.add(pid) && process.kill(pid, 'SIGKILL');
    }
    return killed.size;
  }
  const whenOf = (result: ContainedResult<Answer>) =>
    z
      .tuple([z.number(), z.number()])
      .parse(result.outcome === 'done' && JSON.parse(Buffer.from(result.value.bytes).toString()));
  const patience = { timeout: 20_000, interval: 2 };

  test('its job is done by the next one, however often somebody else kills them', async () => {
    const pool = aPool({ pausesMs: briefly });

    const answer = pool.run({ kind: 'echo' });
    const killed = await killChildren(3);

    expect(killed).toBe(3);
    expect((await answer).outcome).toBe('done');
  });

  test('a file whose every reader is killed is given up in the end', async () => {
    const pool = aPool({ pausesMs: briefly });
    expect(await pool.run({ kind: 'killed-for-it' })).toEqual({ outcome: 'killed' });
  });

  test('a file that makes its reader fall over is asked for once more, and given up when it does it alone', async () => {
    const pool = aPool({ isAskedAgain: true, pausesMs: briefly });
    expect(await pool.run({ kind: 'falls-over' })).toEqual({ outcome: 'died' });
    expect((await pool.run({ kind: 'echo' })).outcome).toBe('done');
  });

  test('a second try is alone: nobody else works while it does', async () => {
    const pool = aPool({ size: 2, pausesMs: briefly });
    const killed = pool.run({ kind: 'a-while' });
    await killChildren(1);
    const others = Array.from({ length: 4 }, () => pool.run({ kind: 'a-while' }));

    const [from, to] = whenOf(await killed);
    const beside = (await Promise.all(others)).map(whenOf).filter(([began, ended]) => began < to && from < ended);

    expect(to).toBeGreaterThan(from);
    expect(beside).toEqual([]);
  });

  test('time in which it stood in line for a processor is not held against it', async () => {
    const pool = aPool({ deadlineMs: 300, deadlinesMost: 1_000 });
    await pool.run({ kind: 'echo' });
    const others = Array.from({ length: 4 * availableParallelism() }, () => new Worker('for (;;);', { eval: true }));
    await Promise.all(others.map((other) => new Promise((resolve) => other.once('online', resolve))));

    const result = await pool.run({ kind: 'a-while' });
    await Promise.all(others.map((other) => other.terminate()));

    expect(result.outcome).toBe('done');
  });
});
