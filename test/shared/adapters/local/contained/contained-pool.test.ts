import { existsSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { type ContainedPool, makeContainedPool } from '#shared/adapters/local/contained/contained-pool.ts';

const answerSchema = z.object({
  pid: z.number(),
  bytes: z.instanceof(Uint8Array),
});
type Answer = z.infer<typeof answerSchema>;
const pools: ContainedPool<Answer>[] = [];

type Options = { size?: number; deadlineMs?: number; rssBytesMax?: number; idleMs?: number };

function aPool(options: Options = {}): ContainedPool<Answer> {
  const pool = makeContainedPool({
    module: new URL('./misbehaving-module.ts', import.meta.url),
    size: options.size ?? 1,
    deadlineMs: options.deadlineMs ?? 10_000,
    rssBytesMax: options.rssBytesMax ?? 512 * 2 ** 20,
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
    answerSchema,
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

  expect(results).toEqual([{ outcome: 'deadline' }, { outcome: 'deadline' }]);
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
