import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeReportIntake } from '#functions/report-intake/report-intake.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { readLocalSettings } from '#shared/config/settings.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { Envelope } from '#shared/domain/submission.ts';
import { readHeaders } from '#shared/mail/read-headers.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { composeLocal, type LocalParts } from './compose.ts';
import { openFolder } from './host.ts';
import { loadRegisters } from './load-registers.ts';
import { resumeOpenRuns } from './resume-open-runs.ts';

const usage =
  'npm run --silent intake -- --json [--roster roster.csv] [--approved approved.csv] [--as-of 2026-12-20T09:00:00-06:00] [--data DIR] FILE.eml ...';

function parseFlags() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        roster: { type: 'string' },
        approved: { type: 'string' },
        'as-of': { type: 'string' },
        data: { type: 'string' },
      },
    });
  } catch (fault) {
    throw new GiveUp(`The flags could not be understood. usage: ${usage}`, { cause: fault });
  }
}

function readFlags() {
  const { values, positionals } = parseFlags();
  const asOf = values['as-of'] === undefined ? null : new Date(values['as-of']);
  if (positionals.length === 0 || (asOf && Number.isNaN(asOf.getTime()))) throw new GiveUp(`usage: ${usage}`);
  return { ...values, asOf: asOf?.toISOString() ?? null, mails: positionals };
}

/** Before the first mail is taken in: a name typed wrong must not show after an hour of work. */
async function checkMails(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const canBeMail = await stat(path).then(
      (found) => !found.isDirectory(),
      () => false,
    );
    if (!canBeMail) throw new GiveUp(`The file ${path} cannot be read. Give the path of a mail as an .eml file.`);
  }
}

/** What a receiving server would have told us: the Return-Path it wrote, and the date of its own Received line. */
function envelopeOf(raw: Uint8Array, asOf: string | null): Envelope {
  const head = raw.subarray(0, 300_000);
  const headers = readHeaders(head);
  const returnPath = /^return-path:\s*<([^>\r\n]*)>/im.exec(new TextDecoder('latin1').decode(head))?.[1];
  const mailFrom = returnPath ?? headers.from ?? '';
  const receivedAt = headers.receivedDate ?? asOf ?? systemClock.now();
  return { mailFrom, recipients: [], remoteAddress: null, receivedAt };
}

/** The mails of the command line through the same machine, steps and stores as the host; one result a line. */
async function main(): Promise<boolean> {
  const flags = readFlags();
  const settings = readLocalSettings(process.env, []);
  await checkMails(flags.mails);
  // people's papers are kept here: no other account of this machine may read them
  process.umask(0o077);
  const dataFolder = flags.data ?? (await mkdtemp(join(tmpdir(), 'intake-')));
  await openFolder(dataFolder, '--data');
  const clock = flags.asOf === null ? systemClock : { now: () => flags.asOf ?? systemClock.now() };
  const parts = await composeLocal({
    dataFolder,
    programmeFolder: settings.programmeFolder,
    mailSender: openFolderMailSender(join(dataFolder, 'outbox'), settings.mailFrom),
    mailFrom: settings.mailFrom,
    textReader: settings.textReader,
    secondReader: settings.secondReader,
    readers: settings.readers,
    clock,
    log: makeLog(),
  });
  try {
    const said = await loadRegisters(parts.records, {
      rosterCsv: flags.roster ?? null,
      approvedCsv: flags.approved ?? null,
    });
    for (const line of said) console.error(line);
    await resumeOpenRuns(parts);
    let allDecided = true;
    for (const mail of flags.mails) {
      const result = await takeIn(parts, mail, flags.asOf);
      console.log(flags.json ? JSON.stringify(result) : `${result.file}  ${result.outcome}  ${result.reference ?? ''}`);
      allDecided &&= result.outcome !== null;
    }
    return allDecided;
  } finally {
    await parts.close();
    if (flags.data === undefined) await rm(dataFolder, { recursive: true, force: true });
  }
}

async function takeIn({ receive, runner, records }: LocalParts, path: string, asOf: string | null) {
  const raw = await readFile(path);
  const { submissionId } = await receive({ envelope: envelopeOf(raw, asOf), raw });
  await runner.idle();
  return makeReportIntake({ records })(submissionId, basename(path));
}

main().then(
  (allDecided) => process.exit(allDecided ? 0 : 1),
  (fault: unknown) => {
    console.error(faultInLines(fault));
    process.exit(1);
  },
);
