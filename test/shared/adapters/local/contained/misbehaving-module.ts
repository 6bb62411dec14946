import { z } from 'zod';

const kindSchema = z.object({
  kind: z.string(),
  bytes: z.instanceof(Uint8Array).optional(),
});
const kept: Uint8Array[] = [];

/** A module that does, on request, everything a parser of hostile files may do. */
/** What the pool itself sets, so that a child uses little memory. */
const ours = new Set(['MALLOC_ARENA_MAX', 'VIPS_CONCURRENCY', 'UV_THREADPOOL_SIZE']);

export async function answer(input: unknown): Promise<unknown> {
  const { kind, bytes } = kindSchema.parse(input);
  if (kind === 'echo') return { pid: process.pid, bytes: bytes ?? new Uint8Array() };
  if (kind === 'never') return new Promise(() => undefined);
  if (kind === 'exit-0') process.exit(0);
  if (kind === 'throw') throw new Error('as asked');
  if (kind === 'wrong-shape') return { pid: 'seven' };
  if (kind === 'wait') return new Promise(() => setInterval(() => undefined, 1000));
  if (kind === 'write') return (await import('node:fs')).writeFileSync('/tmp/contained-escape', '');
  if (kind === 'environment')
    return { pid: Object.keys(process.env).filter((name) => !ours.has(name)).length, bytes: new Uint8Array() };
  while (kind === 'spin' || kind === 'eat') if (kind === 'eat') kept.push(new Uint8Array(2 ** 20).fill(1));
  return null;
}
