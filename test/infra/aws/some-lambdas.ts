import { fork } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';

const saidSchema = z.object({ id: z.number(), answer: z.unknown().optional(), fault: z.string().optional() });

export type SomeLambdas = { invoke(name: string, event: unknown): Promise<unknown>; stop(): void };

/** The bundles of a folder, run outside this process with the environment that the stacks would give them. */
export function someLambdas(folder: string, environment: Record<string, string>): SomeLambdas {
  const child = fork(new URL('./lambda-host.ts', import.meta.url), [], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    execArgv: ['--import', new URL('./streaming-runtime.ts', import.meta.url).href],
  });
  const waiting = new Map<number, (said: z.infer<typeof saidSchema>) => void>();
  child.on('message', (message) => {
    const said = saidSchema.parse(message);
    waiting.get(said.id)?.(said);
    waiting.delete(said.id);
  });
  let asked = 0;
  return {
    async invoke(name, event) {
      asked += 1;
      const id = asked;
      const said = await new Promise<z.infer<typeof saidSchema>>((resolve) => {
        waiting.set(id, resolve);
        child.send({ id, bundle: join(folder, name, 'index.mjs'), event });
      });
      if (said.fault === undefined) return said.answer;
      throw Object.assign(new Error(`the Lambda ${name} failed`), { name: said.fault });
    },
    stop: () => {
      child.kill('SIGKILL');
    },
  };
}
