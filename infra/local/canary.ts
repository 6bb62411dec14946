import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeCanary } from '#functions/canary/canary.ts';
import { openSmtpMailSender } from '#shared/adapters/local/smtp-mail-sender.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { type LocalSettings, readLocalSettings } from '#shared/config/settings.ts';
import { type CanaryFate, fateOf } from '#shared/domain/canary.ts';
import type { Difference } from '#shared/domain/canary-run.ts';
import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findArrived, findCanary } from '#shared/records/canary-records.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { packetThrough } from './packet-of-canary.ts';

/** A mail is through in a second or two; a busy machine is given so long. */
const secondsMost = 120;

const inWords: Record<CanaryFate, string> = {
  through: 'The canary got through: taken in, opened, filed, and answered by nobody.',
  late: 'The canary got through, and took more than a quarter of an hour.',
  wrong: 'The canary became a case: automatic mails are no longer told apart. See the runbook, "Canary silent".',
  lost: `The canary was handed to the inbox, and is not filed after ${secondsMost} seconds. See the runbook, "Canary silent".`,
};

const packetThroughInWords =
  'The packet of papers got through: a form, two certificates and a photo were read, judged and answered as they must be.';
const packetDiffers = (differs: readonly Difference[]) =>
  `The packet of papers came to something else: ${differs.join(', ')}. See the runbook, "Canary silent".`;

/**
 * `npm run canary -- --data DIR` with the settings of the host that is at work: hands a mail of our own to its inbox, and waits until it
 * is filed; then the packet of papers of its programme. Neither stands in a figure or a queue. Exit code 1: one did not get through.
 */
async function main(): Promise<void> {
  const settings = readLocalSettings();
  const file = join(settings.dataFolder, 'records.sqlite');
  // opening would make a new one
  if (!existsSync(file))
    throw new GiveUp(`Nothing is stored in ${settings.dataFolder}. Give --data of the host that is at work.`);
  const records = openSqliteRecordStore(file);
  try {
    await sendOne(records, settings);
    const fate = await fateInTime(records);
    console.log(inWords[fate]);
    if (fate !== 'through') process.exitCode = 1;
    const differs = fate === 'through' ? await packetThrough(records, settings) : [];
    if (fate !== 'through' || differs === null) return;
    console.log(differs.length === 0 ? packetThroughInWords : packetDiffers(differs));
    if (differs.length > 0) process.exitCode = 1;
  } finally {
    records.close();
  }
}

async function sendOne(records: RecordStore, { host, smtpPort: port, recipients, mailFrom: from }: LocalSettings) {
  const [inbox = from] = recipients;
  const mailSender = openSmtpMailSender({ host, port, from });
  // what one machine counts, it says in words
  const metrics = { count: () => {} };
  try {
    await makeCanary({ records, mailSender, clock: systemClock, ids: systemIds(), metrics, inbox })();
  } catch (cause) {
    if (!(cause instanceof TryAgain)) throw cause;
    const door = `${host}:${port}`;
    throw new GiveUp(`Nobody took a mail at ${door}. Is the host at work, and are HOST and SMTP_PORT its own?`, {
      cause,
    });
  }
}

async function fateInTime(records: RecordStore): Promise<CanaryFate> {
  for (let second = 0; ; second += 1) {
    const canary = await findCanary(records);
    if (canary === null) return 'lost';
    const fate = fateOf(canary, await findArrived(records, canary, systemClock.now()));
    if (fate !== 'lost' || second >= secondsMost) return fate;
    await pause(1_000);
  }
}

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exitCode = 1;
});
