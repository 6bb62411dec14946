import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type HostOptions = {
  readonly data: string;
  readonly roster: string;
  readonly approved: string;
  readonly inbox: string;
};

export type HostProcess = {
  readonly smtpPort: number;
  /** at once, as a power cut would: nothing in it gets to run again */
  kill(): Promise<void>;
  /** the polite way; the exit code */
  stop(): Promise<number | null>;
};

/** The real host as its own process on free ports; resolves once it takes mail. Fails when it ends or is silent before that. */
export async function startHostProcess(options: HostOptions): Promise<HostProcess> {
  const flags = [
    '--data',
    options.data,
    '--smtp-port',
    '0',
    '--console-port',
    '0',
    '--roster',
    options.roster,
    '--approved',
    options.approved,
    '--recipients',
    options.inbox,
  ];
  const child = spawn(process.execPath, ['infra/local/main.ts', ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  const smtpPort = await portIn(child, ended);
  return {
    smtpPort,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

function portIn(child: ChildProcess, ended: Promise<number | null>): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`the host did not start within 60 s: ${said}`)), 60_000);
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000);
      const port = /smtp:\/\/[^:\s]+:(\d+)/.exec(said)?.[1];
      if (!port) return;
      clearTimeout(late);
      resolve(Number(port));
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void ended.then((code) => {
      clearTimeout(late);
      reject(new Error(`the host ended with ${code}: ${said}`));
    });
  });
}
