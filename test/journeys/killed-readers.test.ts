import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inbox } from '#test/fixtures/make/mail.ts';
import { type HostProcess, startHostProcess } from './host-process.ts';
import { type KeptRecords, readRecords } from './kept-records.ts';
import { childrenOf } from './kill-children.ts';
import { type KillMail, makeKillMails, writeRegisters } from './kill-mails.ts';

/** More than a file was asked again of before it was called unsafe. */
const killsWanted = 4;

let folder = '';
let host: HostProcess;
let mail: KillMail;
let killed = 0;
let kept: KeptRecords;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-readers-'));
  const made = await makeKillMails(1);
  mail = made.mails[0] ?? expect.fail('a mail was to be made');
  const data = join(folder, 'host');
  host = await startHostProcess({ data, inbox, ...(await writeRegisters(folder, made)) });
  const transport = createTransport({ host: '127.0.0.1', port: host.smtpPort, secure: false, ignoreTLS: true });
  await transport.sendMail({ envelope: { from: mail.from, to: inbox }, raw: mail.raw });
  transport.close();
  const isFiled = () => readRecords(data).submissions.every(({ filedAt }) => filedAt !== null);
  killed = await killReaders(host.pid, isFiled);
  while (!isFiled()) await pause(200);
  kept = readRecords(data);
});
afterAll(async () => {
  await host.stop();
  await rm(folder, { recursive: true, force: true });
});

/** As a machine does that runs out of memory: whoever asks for most goes, again and again, and then it is over. */
async function killReaders(pid: number, isOver: () => boolean): Promise<number> {
  const gone = new Set<number>();
  while (gone.size < killsWanted && !isOver()) {
    const child = childrenOf(pid).find((one) => !gone.has(one));
    if (child !== undefined && process.kill(child, 'SIGKILL')) gone.add(child);
    await pause(5);
  }
  return gone.size;
}

test('papers whose readers somebody killed again and again are read all the same, and count', () => {
  expect(kept.files.filter(({ refused }) => refused !== null)).toEqual([]);
  expect(kept.submissions.map(({ outcome, reasons }) => [outcome, reasons])).toEqual([['needs-sender', []]]);
  expect(kept.caseFiles.flatMap(({ credits }) => credits.map(({ status, hours }) => [status, hours]))).toEqual([
    ['counted', 300],
  ]);
  expect(killed).toBe(killsWanted);
});
