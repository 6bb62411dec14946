import { z } from 'zod';

const kindSchema = z.object({
  kind: z.string(),
  bytes: z.instanceof(Uint8Array).optional(),
});
const kept: Uint8Array[] = [];
const signals = new Map([
  ['falls-over', 'SIGSEGV'],
  ['killed-for-it', 'SIGKILL'],
]);

/** What the pool itself sets, so that a child uses little memory. */
const ours = new Set(['MALLOC_ARENA_MAX', 'VIPS_CONCURRENCY', 'UV_THREADPOOL_SIZE']);

/** A module that does, on request, everything a parser of hostile files may do. */
export async function answer(input: unknown): Promise<unknown> {
  const { kind, bytes } = kindSchema.parse(input);
  if (kind === 'echo') return { pid: process.pid, bytes: bytes ?? new Uint8Array() };
  if (kind === 'never') return new Promise(() => undefined);
  if (kind === 'exit-0') process.exit(0);
  const signal = signals.get(kind);
  if (signal !== undefined) process.kill(process.pid, signal);
  if (kind === 'a-while') return aWhile();
  if (kind === 'throw') throw new Error('as asked');
  if (kind === 'wrong-shape') return { pid: 'seven' };
  if (kind === 'wait') return new Promise(() => setInterval(() => undefined, 1000));
  if (kind === 'write') return (await import('node:fs')).writeFileSync('/tmp/contained-escape', '');
  if (kind === 'environment')
    return { pid: Object.keys(process.env).filter((name) => !ours.has(name)).length, bytes: new Uint8Array() };
  while (kind === 'spin' || kind === 'eat') if (kind === 'eat') kept.push(new Uint8Array(2 ** 20).fill(1));
  return null;
}

const millisecondsOfWork = 100;

/** Work that is worth so much of a processor, however long it takes to get it; the answer says when. */
function aWhile() {
  const [from, before] = [Date.now(), process.cpuUsage()];
  for (let used = process.cpuUsage(before); used.user + used.system < millisecondsOfWork * 1000; )
    used = process.cpuUsage(before);
  return { pid: process.pid, bytes: new TextEncoder().encode(JSON.stringify([from, Date.now()])) };
}
