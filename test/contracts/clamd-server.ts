import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eicar } from './malware-scanner.contract.ts';

/** What a clamd of our own says of a stream; `hang` answers nothing, `hang up` closes the line. */
export type ClamdSays = (bytes: Buffer) => string | 'hang' | 'hang up';
export type SpokenClamd = { port: number; streams: Buffer[]; close(): Promise<void> };

/** Speaks clamd's own protocol: commands end with NUL, a stream comes in chunks after their length of four bytes. */
export async function speakClamd(says: ClamdSays, streamBytesMax = 1_000_000): Promise<SpokenClamd> {
  const streams: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let held = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (piece) => {
      held = Buffer.concat([held, piece]);
      const answer = answerTo(held, streamBytesMax, (stream) => {
        streams.push(stream);
        return says(stream);
      });
      if (answer === null || answer === 'hang') return;
      if (answer === 'hang up') socket.end();
      else socket.end(`${answer}\0`);
      held = Buffer.alloc(0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    streams,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** Null: there is more to come. */
function answerTo(held: Buffer, streamBytesMax: number, says: ClamdSays): string | null {
  const end = held.indexOf(0);
  if (end < 0) return null;
  const command = held.toString('latin1', 0, end);
  if (command === 'zVERSION') return 'ClamAV 1.4.6/27412/Sun Nov 22 08:00:00 2026';
  if (command !== 'zINSTREAM') return 'UNKNOWN COMMAND';
  const chunks: Buffer[] = [];
  let at = end + 1;
  while (at + 4 <= held.length) {
    const length = held.readUInt32BE(at);
    if (length === 0) return says(Buffer.concat(chunks));
    chunks.push(held.subarray(at + 4, at + 4 + length));
    if (chunks.reduce((sum, one) => sum + one.length, 0) > streamBytesMax) return 'INSTREAM size limit exceeded. ERROR';
    at += 4 + length;
  }
  return null;
}

/** The real one, from Debian's package clamav-daemon, where it is installed. It is not part of the package. */
export const hasClamd = isThere('clamd');
if (!hasClamd)
  console.log('SKIPPED: clamd is not on PATH (Debian: clamav-daemon), so the scanner is not tried against it');

export type RealClamd = { path: string; stop(): void };

/** With one signature, that of the test virus: the public ones are hundreds of megabytes, and come from the network. */
export async function startClamd(): Promise<RealClamd> {
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'));
  const path = join(folder, 'clamd.sock');
  const hash = createHash('md5').update(eicar).digest('hex');
  writeFileSync(join(folder, 'own.hdb'), `${hash}:${eicar.length}:Eicar-Test\n`);
  const lines = [
    `LocalSocket ${path}`,
    `DatabaseDirectory ${folder}`,
    'Foreground yes',
    'StreamMaxLength 2M',
    'User root',
  ];
  writeFileSync(join(folder, 'clamd.conf'), `${lines.join('\n')}\nAlertEncrypted yes\n`);
  const child = spawn('clamd', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  const stop = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stop);
  await untilItAnswers(path, child);
  return { path, stop };
}

async function untilItAnswers(path: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400 && child.exitCode === null; tries += 1) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect({ path });
      socket.on('connect', () => socket.end(() => resolve(true)));
      socket.on('error', () => resolve(false));
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('clamd did not start');
}

function isThere(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
