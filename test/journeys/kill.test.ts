import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeProveLedger } from '#functions/watch/ledger/prove-ledger.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { auditPartitions } from '#shared/adapters/local/sqlite-audit-partitions.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { isConserved } from '#shared/domain/ledger.ts';
import { verifyAudit } from '#shared/records/verify-audit.ts';
import { inbox } from '#test/fixtures/make/mail.ts';
import { seeded } from '#test/fixtures/make/seeded.ts';
import { type HostOptions, type HostProcess, startHostProcess } from './host-process.ts';
import { answersByMail, type KeptRecords, readRecords } from './kept-records.ts';
import { killOneChild } from './kill-children.ts';
import { type KillMail, makeKillMails, writeRegisters } from './kill-mails.ts';
import { aReviewer, type Decided, decisionsOf } from './kill-reviewer.ts';

/** `npm run kill-test` asks for 200 kills and 200 mails; `npm run journeys` has a short walk. KILL_SEED repeats a walk. */
const kills = Number(process.env.KILLS ?? 6);
const mailCount = Number(process.env.MAILS ?? 12);
const seed = process.env.KILL_SEED ?? '1';
/** one mail of so many has a training that a reviewer has to judge */
const doubtfulEvery = 4;
// a decision can be taken back for a minute before it is carried out
// a limit for what hangs: on a machine that is busy with other things a start alone takes half a minute
const patience = 240_000 + kills * 40_000 + mailCount * 10_000;

describe(`a host that is killed ${kills} times while ${mailCount} mails come in (seed ${seed})`, () => {
  let data = '';
  let mails: KillMail[] = [];
  let kept: KeptRecords;
  let decided: Decided[] = [];
  let killed: Killed = { hosts: 0, children: 0, struck: 0 };

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'kill-'));
    const made = await makeKillMails(mailCount, doubtfulEvery);
    mails = made.mails;
    const options = { data: join(data, 'host'), inbox, ...(await writeRegisters(data, made)) };
    killed = await deliverWhileKilling(options, mails);
    kept = readRecords(options.data);
    decided = await decisionsOf(options.data);
    console.log(`seed ${seed}: ${JSON.stringify(killed)}`);
  }, patience);
  afterAll(() => rm(data, { recursive: true, force: true }));

  test('was at work when it was killed, at least now and then', () => {
    expect(killed.struck).toBeGreaterThanOrEqual(Math.ceil(killed.hosts / 5));
  });

  test('lost readers of papers as well as itself', () => {
    expect(killed.hosts).toBeGreaterThan(0);
    expect(killed.children).toBeGreaterThan(0);
  });

  test('B245: decides every acknowledged mail exactly once', () => {
    const firsts = kept.submissions.filter((submission) => submission.duplicateOf === null);
    expect(firsts.length).toBe(mails.length);
    expect(firsts.filter((submission) => submission.outcome === null || submission.filedAt === null)).toEqual([]);
    expect(new Set(firsts.map((submission) => submission.mail?.messageId)).size).toBe(mails.length);
    const judged = kept.keys.filter((key) => key.endsWith(' JUDGEMENT'));
    expect(judged.length).toBe(mails.length);
  });

  test('carries out each decision of a reviewer once, whoever was killed while it was sent', () => {
    const doubtful = mails.filter(({ isDoubtful }) => isDoubtful).map(({ messageId }) => messageId);
    expect(decided.map(({ messageId }) => messageId).sort()).toEqual(expect.arrayContaining(doubtful.sort()));
    expect(new Set(decided.map(({ messageId }) => messageId)).size).toBe(decided.length);
    expect(decided.filter(({ state, settledAt }) => state !== 'in-effect' || settledAt === null)).toEqual([]);
    const judgedByPeople = kept.keys.filter((key) => / AUDIT#.*#judged#staff_/.test(key));
    expect(judgedByPeople.length).toBe(decided.length);
  });

  test('leaves an audit trail that is whole', async () => {
    const path = join(data, 'host', 'records.sqlite');
    const records = openSqliteRecordStore(path);
    const heads = openFolderAuditHeads(join(data, 'host', 'audit-heads'));
    const { faults, rows } = await verifyAudit({ records, heads, alsoIn: auditPartitions(path) });
    records.close();
    expect(faults).toEqual([]);
    expect(rows).toBeGreaterThan(mails.length * 3);
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

  test('B193: answers every mail exactly once, and every decision', async () => {
    const answers = await answersByMail(join(data, 'host'));
    const people = new Set(decided.map(({ messageId }) => messageId));
    const expected = mails.map(({ messageId }) => [messageId, people.has(messageId) ? 2 : 1]);
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(expected));
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

  test('judges every mail by papers that were read: whoever killed a reader, it was not the paper', () => {
    expect(unread(kept)).toEqual([]);
  });

  test('counts no credit twice and loses none', () => {
    const counted = kept.caseFiles.map((file) => [
      file.specialistId,
      file.credits.filter((credit) => credit.status === 'counted').map((credit) => credit.hours),
    ]);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(mails.map((mail) => [mail.specialistId, [300]])));
  });
});

/** What was said of mails and of their files that could not be read. */
function unread({ submissions, files }: KeptRecords): string[] {
  const ofMails = submissions
    // the same bytes again are not opened
    .filter(({ duplicateOf }) => duplicateOf === null)
    .filter(({ mail, reasons }) => mail === null || reasons.some(({ text }) => /opened safely/.test(text)))
    .map(({ reference, reasons }) => `${reference}: ${reasons.map(({ text }) => text).join(' ')}`);
  const ofFiles = files
    .filter(({ refused }) => refused !== null)
    .map(({ submissionId, attachment, refused }) => `${submissionId} ${attachment}: ${refused?.text}`);
  return [...ofMails, ...ofFiles];
}

type Killed = { hosts: number; children: number; struck: number };

/**
 * At seeded moments the host is killed and started again, or one of the children in which it reads. Two senders keep trying until each
 * mail has its 250, two reviewers decide what is theirs over the console. `struck`: so many kills left a mail undecided behind.
 */
async function deliverWhileKilling(options: HostOptions, mails: readonly KillMail[]): Promise<Killed> {
  const dice = seeded(`kill ${seed}`);
  let host: HostProcess = await startHostProcess(options);
  const waiting = [...mails];
  const killed: Killed = { hosts: 0, children: 0, struck: 0 };
  const count = () => killed.hosts + killed.children;
  const send = async () => {
    for (let mail = waiting.shift(); mail; mail = waiting.shift()) {
      while (!(await isTaken(mail, host.smtpPort))) await pause(30);
      // spread over all the kills that are still to come
      while (count() < kills && (mails.length - waiting.length) * kills > (count() + 1) * mails.length) await pause(20);
    }
  };
  const desk = await openDesk(options.data, () => host.consoleUrl);
  const senders = Promise.all([send(), send()]);
  while (count() < kills) {
    await pause(30 + dice() * 900);
    if (dice() < 0.3 && killOneChild(host.pid, dice)) {
      killed.children += 1;
      continue;
    }
    await host.kill();
    killed.hosts += 1;
    if (hasOpenMail(options.data)) killed.struck += 1;
    host = await startHostProcess(options);
  }
  await senders;
  await untilAllFiled(options.data);
  await desk.close();
  await untilAllSettled(options.data);
  await host.stop();
  return killed;
}

/** One decides what waits, the other agrees where two are needed; until it is closed, and then once more. */
async function openDesk(data: string, url: () => string) {
  const [ann, ben] = [await aReviewer(data, 'ann', url), await aReviewer(data, 'ben', url)];
  let isOpen = true;
  const round = async () => {
    await ann.decideWaiting();
    await ben.agreeToWaiting();
  };
  const work = async () => {
    while (isOpen) {
      await round();
      await pause(50);
    }
    await round();
  };
  const working = work();
  return {
    close() {
      isOpen = false;
      return working;
    },
  };
}

const hasOpenMail = (data: string) => readRecords(data).submissions.some(({ filedAt }) => filedAt === null);

async function untilAllSettled(data: string): Promise<void> {
  const end = Date.now() + patience / 4;
  while ((await decisionsOf(data)).some(({ settledAt }) => settledAt === null) && Date.now() < end) await pause(500);
}

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
