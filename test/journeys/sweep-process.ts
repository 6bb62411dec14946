import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const scriptsSchema = z.object({ scripts: z.object({ sweep: z.string() }) });
const [, ...asInPackage] = scriptsSchema
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  .scripts.sweep.split(' ');

export type SweepProcess = { child: ChildProcess; ended: Promise<{ code: number | null; said: string }> };

/** What `npm run sweep -- --data DIR` starts, itself: npm between us would be killed, and the sweep would go on. */
export function startSweepProcess(data: string, clockBeginsAt: string): SweepProcess {
  const flags = ['--import', join(root, 'test/journeys/shifted-clock.ts'), ...asInPackage, '--data', data];
  const child = spawn(process.execPath, flags, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CLOCK_BEGINS_AT: clockBeginsAt },
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const ended = once(child, 'close').then(([code]) => ({ code: typeof code === 'number' ? code : null, said }));
  return { child, ended };
}
