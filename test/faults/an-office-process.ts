import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeWhatIf } from '#functions/apply-rules/what-if.ts';
import { makeCorrect } from '#functions/desk/correct.ts';
import { makeDecide } from '#functions/desk/decide.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import { makeSecond } from '#functions/desk/second.ts';
import { makeMendQueue } from '#functions/mend-queue/mend-queue.ts';
import { makeReceive } from '#functions/receive/receive.ts';
import { makeSealAudit } from '#functions/seal-audit/seal-audit.ts';
import { makeSendLetters } from '#functions/send-waiting/send-letters.ts';
import { makeSendWaiting } from '#functions/send-waiting/send-waiting.ts';
import { makeStartDecisions } from '#functions/start-decisions/start-decisions.ts';
import { makeReminderHook } from '#functions/sweep/reminders.ts';
import { stepsOf } from '#infra/local/compose.ts';
import { resumeOpenRuns } from '#infra/local/resume-open-runs.ts';
import { makeLocalRunner, type Steps } from '#infra/local/run-machine.ts';
import { runSweep } from '#infra/local/run-sweep.ts';
import { openFolderAuditHeads } from '#shared/adapters/local/folder-audit-heads.ts';
import { openFolderFileStore } from '#shared/adapters/local/folder-file-store.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { noScanner } from '#shared/adapters/no-scanner.ts';
import { makeReceiptMailVerifier } from '#shared/adapters/receipt-mail-verifier.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import { isNightDue } from '#shared/domain/night-due.ts';
import type { Ids } from '#shared/ports/clock.ts';
import type { FileFolder, FileKey, FileStore } from '#shared/ports/file-store.ts';
import type { OutgoingMail } from '#shared/ports/mail-sender.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { lastFinishedRun } from '#shared/records/sweep-run-records.ts';
import { machineSteps } from '#shared/workflow/steps.ts';
import { asStep, type Faults } from './one-fault.ts';
import { readersOnce } from './readers-once.ts';
import { portsThrough, runnerThrough } from './through.ts';

export const office = 'ce@office.example';
const programme = await readProgrammeFolder('shared/rules/programmes/louisiana-rpss');
const hooks = [makeReminderHook({ programme, secret: 'a secret of this test', domain: 'office.example' })];
const quiet = { info: () => undefined, error: () => undefined };

/** What stays when a process ends: the data folder, the mails that left, and the time outside. */
export type Outside = { folder: string; letters: OutgoingMail[]; clock: TickingClock; lost?: FileFolder | undefined };
export type TickingClock = { now(): string; moveTo(instant: string): void; moveBy(seconds: number): void };

/** Never the same instant twice: rows that are named by it are as many as were written. */
export function tickingClock(from: string): TickingClock {
  let at = Date.parse(from);
  const moveTo = (instant: number) => {
    at = Math.max(at, instant);
  };
  return {
    now: () => {
      at += 10;
      return new Date(at).toISOString();
    },
    moveTo: (instant) => moveTo(Date.parse(instant)),
    moveBy: (seconds) => moveTo(at + seconds * 1000),
  };
}

export type OfficeProcess = ReturnType<typeof startOffice>;

/** One process of the one-machine host over a data folder, with a layer of faults around every port. */
export function startOffice({ folder, letters, clock, lost }: Outside, faults: Faults) {
  const store = openSqliteRecordStore(join(folder, 'records.sqlite'), undefined, true);
  const own = {
    records: store,
    files: withLost(openFolderFileStore(join(folder, 'files')), lost),
    heads: openFolderAuditHeads(join(folder, 'audit-heads')),
    mailSender: { send: async (mail: OutgoingMail) => void letters.push(mail) },
    ...readersOnce,
    mailVerifier: makeReceiptMailVerifier('any'),
    scanner: noScanner,
  };
  const ports = { ...portsThrough(own, faults.through), clock, programme };
  const { records, files, heads } = ports;
  const steps = named(stepsOf({ ...ports, mailFrom: office }));
  const waits = (instant: string) => {
    clock.moveTo(instant);
    return 0;
  };
  const machine = { atOnce: 2, millisecondsUntil: waits, retryMilliseconds: 0 };
  const local = makeLocalRunner({ steps, records: askedBy('Journal', records), log: quiet, ...machine });
  const runner = runnerThrough(local, faults.through);
  const whatIf = makeWhatIf({ records, clock, programme });
  const desk = { records, clock, runner, whatIf, policy: { undoSeconds: 60, secondShare: 0 } };
  const { referencePrefix, timeZone } = programme;
  const ids = freeIds(join(folder, 'records.sqlite'));
  const receive = makeReceive({ files, records, runner, clock, ids, referencePrefix, timeZone });
  const sending = { records, clock, mailSender: ports.mailSender };
  async function sweepIfDue(): Promise<void> {
    const now = clock.now();
    const last = await lastFinishedRun(records, dayIn(timeZone, now));
    if (!isNightDue({ now, timeZone, lastDay: last?.day ?? null })) return;
    await runSweep({ records, clock, programme, hooks, retryMilliseconds: 0 });
  }
  return {
    own,
    clock,
    letters,
    faults,
    idle: () => local.idle(),
    receive: (raw: Uint8Array, receivedAt: string) => {
      const envelope = { mailFrom: 'sender@example.org', recipients: [office], remoteAddress: null, receivedAt };
      return asStep('Receive', () => receive({ envelope, raw }));
    },
    leases: makeLeases(desk),
    correct: makeCorrect(desk),
    decide: makeDecide(desk),
    second: makeSecond(desk),
    sweep: () => asStep('Sweep', sweepIfDue),
    seal: () => asStep('SealAudit', makeSealAudit({ records, heads, clock, timeZone })),
    sendLetters: () => asStep('SendLetters', makeSendLetters(sending)),
    /** What a host does at its start. */
    async start(): Promise<void> {
      await resumeOpenRuns({ records, runner: { ...local, start: runner.start } });
      await makeMendQueue({ records, clock })();
      await local.idle();
    },
    /** What it does every few minutes, a quarter of an hour later. */
    async later(): Promise<void> {
      clock.moveBy(16 * 60);
      await makeSendWaiting(sending)();
      await makeStartDecisions({ records, runner })();
      await local.idle();
    },
    close: () => store.close(),
  };
}

/** Files of this folder were lost, by whatever means: what asks for one gives up. */
function withLost(files: FileStore, lost: FileFolder | undefined): FileStore {
  const read = async (key: FileKey) => {
    if (lost !== undefined && key.startsWith(`${lost}/`)) throw new GiveUp('there is no such file');
    return files.read(key);
  };
  return { ...files, read };
}

/** The first number that no mail has yet: a mail that is offered again is the same one, unless it was taken the first time. */
function freeIds(path: string): Ids {
  const database = new DatabaseSync(path, { readOnly: true });
  const taken = database.prepare("SELECT 1 FROM records WHERE pk = ? AND sk = 'SUBMISSION'");
  return {
    next() {
      for (let number = 1; ; number += 1) {
        const id = String(number).padStart(26, '0');
        if (taken.get(`SUB#sub_${id}`) === undefined) return id;
      }
    },
  };
}

/** What is written down beside the steps is asked for by nobody else. */
function askedBy(who: string, records: RecordStore): RecordStore {
  return {
    find: (key) => asStep(who, () => records.find(key)),
    list: (query) => asStep(who, () => records.list(query)),
    count: (query) => asStep(who, () => records.count(query)),
    write: (writes) => asStep(who, () => records.write(writes)),
  };
}

function named(steps: Steps): Steps {
  const all = { ...steps };
  for (const { state } of machineSteps) all[state] = (input) => asStep(state, () => steps[state](input));
  return all;
}
