import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { makeConsole } from '#functions/console/app.ts';
import { makeSendWaiting } from '#functions/send-waiting/send-waiting.ts';
import { makeFolderAssets } from '#shared/adapters/local/folder-assets.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { openSmtpMailSender } from '#shared/adapters/local/smtp-mail-sender.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import type { LocalSettings } from '#shared/config/settings.ts';
import type { RunId } from '#shared/domain/ids.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { Log } from '#shared/telemetry/log.ts';
import { composeLocal, type LocalParts } from './compose.ts';
import { loadRegisters } from './load-registers.ts';
import { receiptTimeOf } from './receipt-time.ts';
import { resumeOpenRuns } from './resume-open-runs.ts';
import { startSmtpInbox } from './smtp-inbox.ts';

export type Host = LocalParts & { smtpPort: number; consoleUrl: string; said: string[]; stop(): Promise<void> };
const minutesBetweenTries = 5;
const root = join(import.meta.dirname, '../..');

type OnFinished = (runId: RunId, input: Readonly<Record<string, string>>) => void;

/** The whole system on this machine: inbox, machine, stores, answers and console. */
export async function startHost(settings: LocalSettings, log: Log, onFinished?: OnFinished): Promise<Host> {
  const parts = await composeLocal({
    dataFolder: settings.dataFolder,
    programmeFolder: settings.programmeFolder,
    mailSender: mailSenderOf(settings),
    mailFrom: settings.mailFrom,
    textReader: settings.textReader,
    clock: systemClock,
    log,
    ...(onFinished ? { onFinished } : {}),
  });
  const said = await loadRegisters(parts.records, settings);
  await resumeOpenRuns(parts);
  const inbox = await startSmtpInbox({
    port: settings.smtpPort,
    host: settings.host,
    recipients: settings.recipients,
    now: systemClock.now,
    log,
    receive: ({ envelope, raw }) => {
      const receivedAt = receiptTimeOf(raw, envelope.receivedAt, settings.receiptTime);
      return parts.receive({ envelope: { ...envelope, receivedAt }, raw });
    },
  });
  const web = await startConsole(settings, parts);
  const waiting = startSendingWaiting(parts, settings, log);
  return {
    ...parts,
    said,
    smtpPort: inbox.port,
    consoleUrl: `http://${settings.host}:${web.port}`,
    async stop() {
      waiting.stop();
      await inbox.stop();
      await web.stop();
      await parts.close();
    },
  };
}

function mailSenderOf({ mailOut, mailFrom }: LocalSettings): MailSender {
  if (mailOut.to === 'folder') return openFolderMailSender(mailOut.folder, mailFrom);
  return openSmtpMailSender({ ...mailOut, from: mailFrom });
}

/** Answers that the relay did not take are tried again, for as long as it takes. */
function startSendingWaiting({ records }: LocalParts, settings: LocalSettings, log: Log): { stop(): void } {
  const sendWaiting = makeSendWaiting({ records, clock: systemClock, mailSender: mailSenderOf(settings) });
  const timer = setInterval(() => {
    sendWaiting().catch(() => log.error({ step: 'send-waiting', error: 'NotSent' }));
  }, minutesBetweenTries * 60_000);
  return { stop: () => clearInterval(timer) };
}

async function startConsole(settings: LocalSettings, parts: LocalParts) {
  const pages = Object.entries(await readProgrammePages(settings.programmeFolder));
  const rulePages = pages.filter(([page]) => page.endsWith('.rule.md')).map(([page, text]) => ({ page, text }));
  const app = makeConsole({
    records: parts.records,
    files: parts.files,
    documentReader: parts.documentReader,
    assets: makeFolderAssets({
      own: join(root, 'functions/console/assets'),
      uswds: join(root, 'node_modules/@uswds/uswds/dist'),
    }),
    clock: systemClock,
    programme: { name: parts.programme.name, timeZone: parts.programme.timeZone, rulePages },
    hostNames: [settings.host, 'localhost'],
    access: 'this-machine-only',
  });
  return new Promise<{ port: number; stop(): Promise<void> }>((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: settings.host, port: settings.consolePort }, ({ port }) => {
      resolve({ port, stop: () => new Promise((done) => server.close(() => done())) });
    });
    server.once('error', reject);
  });
}
