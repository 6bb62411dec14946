import { execFile, spawn } from 'node:child_process';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { clientOf } from '#test/contracts/aws-client.ts';
import { type Moto, startMoto } from '#test/contracts/moto-server.ts';
import { makeRecordsTable } from '#test/contracts/records-table.ts';

export type Command = 'export' | 'import';
/** What the command said on which stream does not matter; `code` null: it was killed. */
export type Moved = { code: number | null; said: string };
export type Account = Awaited<ReturnType<typeof anAccount>>;

/** Small tables and buckets of one account of moto, and the two commands over them, each in a process of its own. */
export async function anAccount() {
  const moto: Moto = await startMoto();
  const s3 = new S3Client(clientOf(moto.endpoint));
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: moto.endpoint,
    AWS_REGION: 'us-east-1',
    ...{ AWS_ACCESS_KEY_ID: 'testing', AWS_SECRET_ACCESS_KEY: 'testing' },
  };
  const namesOf = (name: string) => ['--table', name, '--bucket', `${name}-files`, '--audit-bucket', `${name}-seals`];
  const argsOf = (command: Command, data: string, name: string) => {
    const lock = command === 'export' ? ['--mail-lock', 'governance 3'] : [];
    return [`infra/move/${command}.ts`, '--data', data, ...namesOf(name), ...lock];
  };
  return {
    endpoint: moto.endpoint,
    s3,
    env,
    /** Its table and its two buckets, as the records stack makes them. */
    async deploy(name: string) {
      const table = await makeRecordsTable(moto.endpoint, name);
      for (const Bucket of [`${name}-files`, `${name}-seals`])
        await s3.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
      return table;
    },
    /** `shell`: what comes before the command in a shell, such as a limit. */
    move(command: Command, data: string, name: string, shell?: string): Promise<Moved> {
      const args = argsOf(command, data, name);
      const [file, given] =
        shell === undefined
          ? [process.execPath, args]
          : ['bash', ['-c', `${shell} exec "$0" "$@"`, process.execPath, ...args]];
      return new Promise((resolve) => {
        execFile(file, given, { env }, (fault, stdout, stderr) => {
          const code = fault === null ? 0 : typeof fault.code === 'number' ? fault.code : null;
          resolve({ code, said: `${stdout}${stderr}` });
        });
      });
    },
    /** Killed as by a power cut, as soon as `isTime` says so; false when it ended before. */
    async moveUntil(command: Command, data: string, name: string, isTime: () => Promise<boolean>): Promise<boolean> {
      const child = spawn(process.execPath, argsOf(command, data, name), { env, stdio: 'ignore' });
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      while (child.exitCode === null && child.signalCode === null) {
        if (await isTime()) child.kill('SIGKILL');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await ended;
      return child.signalCode === 'SIGKILL';
    },
    stop: () => moto.stop(),
  };
}

export const hashesIn = (said: string) => said.match(/^(rows|files|seals) +[0-9a-f]{64}$/gm);
