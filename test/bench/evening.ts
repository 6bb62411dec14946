import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { flagsOfCommand } from '#test/builders/flags-of-command.ts';
import { inbox } from '#test/fixtures/make/mail.ts';
import { startHostProcess } from '#test/journeys/host-process.ts';
import { mailByMail, writeRegisters } from '#test/journeys/kill-mails.ts';
import { lookAtEvening, verdictOnEvening } from './evening-looks.ts';
import { type Refusals, sendUntilTaken } from './send-until-taken.ts';

/**
 * `npm run evening -- --mails 10000`: so many people send their report in one evening, over SMTP, to the real host. Says how many are
 * answered, how old the oldest unanswered one is, and how much memory the host and its children take; at the end whether all adds up.
 * `--hours 4` spreads them evenly, else each of the senders sends as fast as it is answered. `--data DIR` keeps everything.
 */
const values = flagsOfCommand(
  'npm run evening -- [--mails 10000] [--senders 8] [--hours 4] [--every 15 (seconds between looks)] [--data DIR]',
  {
    mails: { type: 'string', default: '10000' },
    senders: { type: 'string', default: '8' },
    hours: { type: 'string', default: '0' },
    every: { type: 'string', default: '15' },
    data: { type: 'string' },
  },
);
const [count, senders] = [Number(values.mails), Number(values.senders)];
const [hours, secondsBetweenLooks] = [Number(values.hours), Number(values.every)];

async function main(): Promise<void> {
  const folder = values.data ?? (await mkdtemp(join(tmpdir(), 'evening-')));
  const posted = await writeMails(folder);
  const options = { data: join(folder, 'host'), inbox, ...(await writeRegisters(folder, posted)) };
  const host = await startHostProcess(options);
  const acknowledged = new Map<string, number>();
  const refusals: Refusals = new Map();
  const look = lookAtEvening({ data: options.data, pid: host.pid, acknowledged, refusals });
  const timer = setInterval(() => console.log(look()), secondsBetweenLooks * 1000);
  await sendAll({ folder, port: host.smtpPort, acknowledged, refusals });
  console.log(`every mail has its 250 after ${Math.round(performance.now() / 1000)} s`);
  while (look.open() > 0) await pause(1_000);
  clearInterval(timer);
  console.log(look());
  await host.stop();
  const broken = await verdictOnEvening({ data: options.data, acknowledged, refusals });
  for (const line of broken) console.log(`BROKEN  ${line}`);
  console.log(broken.length === 0 ? 'nothing lost, nothing refused wrongly, the ledger adds up' : 'NOT AS PROMISED');
  if (values.data === undefined) await rm(folder, { recursive: true, force: true });
  process.exitCode = broken.length === 0 ? 0 : 1;
}

const pathOf = (folder: string, at: number) => join(folder, 'mails', `${at}.eml`);

/** Before the evening begins: making a PDF takes longer than reading it, and is not what is measured. */
async function writeMails(folder: string) {
  const { make, ...registers } = mailByMail(count);
  await mkdir(join(folder, 'mails'), { recursive: true });
  for (let at = 0; at < count; at += 1) {
    if (existsSync(pathOf(folder, at))) continue;
    await writeFile(pathOf(folder, at), (await make(at)).raw);
    if (at % 1000 === 999) console.log(`${at + 1} mails are written`);
  }
  return registers;
}

type Sending = { folder: string; port: number; acknowledged: Map<string, number>; refusals: Refusals };

async function sendAll({ folder, ...sending }: Sending): Promise<void> {
  const started = performance.now();
  let next = 0;
  const sendOnes = async () => {
    for (let at = next++; at < count; at = next++) {
      const due = started + (at / count) * hours * 3_600_000;
      await pause(Math.max(0, due - performance.now()));
      await sendUntilTaken(await readFile(pathOf(folder, at)), sending);
    }
  };
  await Promise.all(Array.from({ length: senders }, sendOnes));
}

await main();
