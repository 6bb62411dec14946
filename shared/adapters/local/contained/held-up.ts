import { readdir, readFile } from 'node:fs/promises';

/**
 * So long the threads of a process stood in line for a processor that others had, in milliseconds; 0 where the system does not tell (not
 * Linux, or the process is gone). Only the difference between two looks means anything: the threads of before are counted too.
 */
export async function heldUpMilliseconds(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => []);
  const each = await Promise.all(threads.map((thread) => inLine(`/proc/${pid}/task/${thread}/schedstat`)));
  return each.reduce((sum, one) => sum + one, 0);
}

/** Three figures: nanoseconds at work, nanoseconds in line, turns. */
async function inLine(path: string): Promise<number> {
  const [, waited = '0'] = (await readFile(path, 'utf8').catch(() => '')).trim().split(' ');
  return Number(waited) / 1e6;
}
