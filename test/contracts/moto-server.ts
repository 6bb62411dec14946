import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** An AWS-compatible server of Python, where somebody installed it. It is not part of the package. */
export const hasMoto = isOnPath('moto_server');
if (!hasMoto) console.log('SKIPPED: moto_server is not on PATH, so the AWS adapters are not tried against it here');

export type Moto = { endpoint: string; reset(): Promise<void>; stop(): void };

/** Starts one on a free port; ready in about a second. `environment`: settings of its own that it takes no other way. */
export async function startMoto(environment: Record<string, string> = {}): Promise<Moto> {
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const { hostname, port } = new URL(endpoint);
  // a group of its own: the command is often a shell script around Python
  const child = spawn('moto_server', ['-H', hostname, '-p', port], {
    ...{ detached: true, stdio: 'ignore', env: { ...process.env, ...environment } },
  });
  const stop = () => stopGroup(child);
  process.once('exit', stop);
  await untilReady(endpoint, child);
  return {
    endpoint,
    async reset() {
      await fetch(`${endpoint}/moto-api/reset`, { method: 'POST' });
    },
    stop,
  };
}

async function untilReady(endpoint: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + 50_000;
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(`${endpoint}/moto-api/`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('moto_server did not start');
}

function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function isOnPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
