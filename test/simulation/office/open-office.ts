import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWhatIf } from '#functions/apply-rules/what-if.ts';
import { makeAnswerBlind } from '#functions/desk/answer-blind.ts';
import { makeCorrect } from '#functions/desk/correct.ts';
import { makeDecide } from '#functions/desk/decide.ts';
import { makeLeases } from '#functions/desk/leases.ts';
import { makeSecond } from '#functions/desk/second.ts';
import { makeLoadRegisters } from '#functions/load-registers/load-registers.ts';
import { makeSendLetters } from '#functions/send-waiting/send-letters.ts';
import { makeSendWaiting } from '#functions/send-waiting/send-waiting.ts';
import { makeReminderHook } from '#functions/sweep/reminders.ts';
import { composeLocal } from '#infra/local/compose.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import { makeLog } from '#shared/telemetry/log.ts';
import { makeMailbox } from './mailbox.ts';
import { countedIds, setClock } from './set-clock.ts';

export type Office = Awaited<ReturnType<typeof openOffice>>;

type Given = { from: string; rosterCsv: string; approvedCsv: string };

/** The one-machine intake as it is shipped, with a clock and ids of ours, and with the commands that the desk's pages call. */
export async function openOffice({ from, rosterCsv, approvedCsv }: Given) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'simulation-'));
  const clock = setClock(from);
  const mailbox = makeMailbox();
  const faults: string[] = [];
  const parts = await composeLocal({
    dataFolder,
    programmeFolder: office.programmeFolder,
    mailSender: mailbox,
    mailFrom: 'peer.reports@peerprograms.example.org',
    textReader: 'none',
    secondReader: 'none',
    readers: null,
    clock,
    log: makeLog({ write: (line) => faults.push(line) }),
    ids: countedIds(),
    isThrownAway: true,
    // nobody waits here: time goes on to the instant
    millisecondsUntil: (instant) => {
      clock.moveTo(instant);
      return 0;
    },
  });
  const { records, runner, programme } = parts;
  const load = makeLoadRegisters({ records });
  const loaded = [await load.loadRoster(rosterCsv), await load.loadApproved(approvedCsv)];
  if (loaded.some(({ refused }) => refused.length > 0)) throw new Error('a line of the made-up registers was refused');
  const ports = { records, clock, programme };
  const desk = { records, clock, runner, whatIf: makeWhatIf(ports), policy: office.decisions };
  const reminders = makeReminderHook({ programme, secret: 'a simulation', domain: 'peerprograms.example.org' });
  return {
    ...parts,
    clock,
    hooks: [reminders],
    sendWaiting: makeSendWaiting({ records, clock, mailSender: mailbox }),
    sendLetters: makeSendLetters({ records, clock, mailSender: mailbox }),
    mailbox,
    faults,
    leases: makeLeases(ports),
    correct: makeCorrect(ports),
    whatIf: desk.whatIf,
    decide: makeDecide(desk),
    second: makeSecond(desk),
    answerBlind: makeAnswerBlind(ports),
    async closeAndRemove(): Promise<void> {
      await parts.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
