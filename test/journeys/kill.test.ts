import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { isConserved } from '#shared/domain/ledger.ts';
import { inbox } from '#test/fixtures/make/mail.ts';
import { seeded } from '#test/fixtures/make/seeded.ts';
import { type HostOptions, type HostProcess, startHostProcess } from './host-process.ts';
import { answersByMail, type KeptRecords, readRecords } from './kept-records.ts';
import { type KillMail, makeKillMails, writeRegisters } from './kill-mails.ts';

/** `npm run kill-test` asks for 50 kills and 100 mails; `npm test` has a short walk. KILL_SEED repeats a walk. */
const kills = Number(process.env.KILLS ?? 6);
const mailCount = Number(process.env.MAILS ?? 12);
const seed = process.env.KILL_SEED ?? '1';
const patience = 60_000 + kills * 10_000 + mailCount * 3_000;

describe(`a host that is killed ${kills} times while ${mailCount} mails come in (seed ${seed})`, () => {
  let data = '';
  let mails: KillMail[] = [];
  let kept: KeptRecords;
  let struck = 0;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'kill-'));
    const made = await makeKillMails(mailCount);
    mails = made.mails;
    const options = { data: join(data, 'host'), inbox, ...(await writeRegisters(data, made)) };
    struck = await deliverWhileKilling(options, mails);
    kept = readRecords(options.data);
  }, patience);
  afterAll(() => rm(data, { recursive: true, force: true }));

  test('was at work when it was killed, at least now and then', () => {
    expect(struck).toBeGreaterThanOrEqual(Math.ceil(kills / 5));
  });

  test('B245: decides every acknowledged mail exactly once', () => {
    const firsts = kept.submissions.filter((submission) => submission.duplicateOf === null);
    expect(firsts.length).toBe(mails.length);
    expect(firsts.filter((submission) => submission.outcome === null || submission.filedAt === null)).toEqual([]);
    expect(new Set(firsts.map((submission) => submission.mail?.messageId)).size).toBe(mails.length);
    const judged = kept.keys.filter((key) => key.endsWith(' JUDGEMENT'));
    expect(judged.length).toBe(mails.length);
  });

  test('sets nothing aside because it was killed', () => {
    expect(
      kept.submissions.filter((submission) => submission.outcome === 'quarantined' || submission.state === 'set-aside'),
    ).toEqual([]);
  });

  test('keeps a mail that came again as a repeat of the first', () => {
    const repeats = kept.submissions.filter((submission) => submission.duplicateOf !== null);
    expect(repeats.every((repeat) => repeat.outcome === 'duplicate')).toBe(true);
  });

  test('B193: answers every mail exactly once', async () => {
    const answers = await answersByMail(join(data, 'host'));
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(mails.map((mail) => [mail.messageId, 1])));
  });

  test('leaves a ledger that adds up: received is filed, repeated, refused or in flight', async () => {
    const records = openSqliteRecordStore(join(data, 'host', 'records.sqlite'));
    const files = openFolderFileStore(join(data, 'host', 'files'));
    const ledger = await makeProveLedger({ records, files, clock: systemClock })({ withStore: true });
    records.close();
    expect(ledger.faults).toEqual([]);
    expect(isConserved(ledger)).toBe(true);
    expect(ledger.accounts.mails.received).toBe(kept.submissions.length);
  });

  test('counts no credit twice and loses none', () => {
    const counted = kept.caseFiles.map((file) => [
      file.specialistId,
      file.credits.filter((credit) => credit.status === 'counted').map((credit) => credit.hours),
    ]);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(mails.map((mail) => [mail.specialistId, [300]])));
  });
});

/**
 * One process is killed and started again at seeded moments; two senders keep trying until each mail has its 250. Gives
 * how many of the kills left a mail undecided behind.
 */
async function deliverWhileKilling(options: HostOptions, mails: readonly KillMail[]): Promise<number> {
  const dice = seeded(`kill ${seed}`);
  let host: HostProcess = await startHostProcess(options);
  const waiting = [...mails];
  let killed = 0;
  let struck = 0;
  const send = async () => {
    for (let mail = waiting.shift(); mail; mail = waiting.shift()) {
      while (!(await isTaken(mail, host.smtpPort))) await pause(30);
      // spread over all the kills that are still to come
      while (killed < kills && (mails.length - waiting.length) * kills > (killed + 1) * mails.length) await pause(20);
    }
  };
  const senders = Promise.all([send(), send()]);
  for (; killed < kills; killed++) {
    await pause(30 + dice() * 900);
    await host.kill();
    if (hasOpenMail(options.data)) struck += 1;
    host = await startHostProcess(options);
  }
  await senders;
  await untilAllFiled(options.data);
  await host.stop();
  return struck;
}

const hasOpenMail = (data: string) => readRecords(data).submissions.some(({ filedAt }) => filedAt === null);

/** True only for a 250 after the data. */
async function isTaken(mail: KillMail, port: number): Promise<boolean> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    connectionTimeout: 5_000,
    socketTimeout: 20_000,
  });
  try {
    const { response } = await transport.sendMail({ envelope: { from: mail.from, to: inbox }, raw: mail.raw });
    return response.startsWith('250');
  } catch {
    return false;
  } finally {
    transport.close();
  }
}

/** The host is given until the test's own end; a mail that never settles is then seen by the first test. */
async function untilAllFiled(data: string): Promise<void> {
  const end = Date.now() + patience / 2;
  while (hasOpenMail(data) && Date.now() < end) await pause(200);
  // the answer is laid in the outbox before a run ends; its own row may come a moment later
  await pause(500);
}
