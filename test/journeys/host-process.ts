import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export type HostOptions = {
  readonly data: string;
  readonly roster: string;
  readonly approved: string;
  readonly inbox: string;
  /** besides, as somebody would type them */
  readonly flags?: readonly string[];
};

export type HostProcess = {
  readonly smtpPort: number;
  readonly consoleUrl: string;
  readonly pid: number;
  /** all that it wrote to its two streams so far */
  said(): string;
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
    ...(options.flags ?? []),
  ];
  const child = spawn(process.execPath, ['infra/local/main.ts', ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let all = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      all += chunk.toString();
    });
  }
  const ended = once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null));
  const addresses = await addressesIn(child, ended);
  return {
    ...addresses,
    pid: child.pid ?? 0,
    said: () => all,
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

type Addresses = Pick<HostProcess, 'smtpPort' | 'consoleUrl'>;

function addressesIn(child: ChildProcess, ended: Promise<number | null>): Promise<Addresses> {
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error(`the host did not start within 4 minutes: ${said}`)), 240_000);
    const listen = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-20_000);
      const [, port, consoleUrl] = /smtp:\/\/[^:\s]+:(\d+)[\s\S]*Console {2}(http:\S+)\s/.exec(said) ?? [];
      if (port === undefined || consoleUrl === undefined) return;
      clearTimeout(late);
      resolve({ smtpPort: Number(port), consoleUrl });
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void ended.then((code) => {
      clearTimeout(late);
      reject(new Error(`the host ended with ${code}: ${said}`));
    });
  });
}
