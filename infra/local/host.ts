import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeWhatIf } from '#functions/apply-rules/what-if.ts';
import { makeConsole } from '#functions/console/app.ts';
import type { ConsoleDeps, SignIn } from '#functions/console/console-deps.ts';
import { programmeFacts } from '#functions/console/programme-facts.ts';
import { firstLink } from '#functions/console/sign-in/accounts.ts';
import { makeMendQueue } from '#functions/mend-queue/mend-queue.ts';
import { makeStartDecisions } from '#functions/start-decisions/start-decisions.ts';
import { makeTonight } from '#functions/sweep/tonight.ts';
import { makeDraftLetter } from '#functions/tell-sender/decision-letter.ts';
import { refuseGoneWordings } from '#functions/tell-sender/unsent-wordings.ts';
import { makeClamdScanner } from '#shared/adapters/local/clamd-scanner.ts';
import { openClockWitness } from '#shared/adapters/local/clock-witness.ts';
import { makeFolderAssets } from '#shared/adapters/local/folder-assets.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { makeFolderProposals } from '#shared/adapters/local/folder-proposals.ts';
import { makeScryptPasswordHasher } from '#shared/adapters/local/scrypt-password-hasher.ts';
import { openSmtpMailSender } from '#shared/adapters/local/smtp-mail-sender.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { systemIds } from '#shared/adapters/local/system-ids.ts';
import { noScanner } from '#shared/adapters/no-scanner.ts';
import { makeOidcSignInProvider } from '#shared/adapters/oidc-sign-in-provider.ts';
import { pdfLetterPrinter } from '#shared/adapters/pdf-letter-printer.ts';
import { randomSecrets } from '#shared/adapters/random-secrets.ts';
import type { ConsoleSettings } from '#shared/config/console-settings.ts';
import office from '#shared/config/office.json' with { type: 'json' };
import type { LocalSettings } from '#shared/config/settings.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { RunId } from '#shared/domain/ids.ts';
import { retentionSchema } from '#shared/domain/retention.ts';
import type { MailSender } from '#shared/ports/mail-sender.ts';
import type { Log } from '#shared/telemetry/log.ts';
import { accountPorts } from './account-ports.ts';
import { composeLocal, type LocalParts } from './compose.ts';
import { type Listening, listen } from './listen.ts';
import { loadRegisters } from './load-registers.ts';
import { openMailVerifier } from './mail-verifier-of.ts';
import { receiptTimeOf } from './receipt-time.ts';
import { resumeOpenRuns } from './resume-open-runs.ts';
import { scanInWords } from './scan-in-words.ts';
import { startSmtpInbox } from './smtp-inbox.ts';
import { startNightly } from './start-nightly.ts';
import { startOriginals } from './start-originals.ts';
import { startSending } from './start-sending.ts';
import { startWatching } from './start-watching.ts';
import { sweepInOwnProcess } from './sweep-in-own-process.ts';

export type Host = LocalParts & {
  smtpPort: number;
  consoleUrl: string;
  said: string[];
  /** for whoever starts it first: until somebody has a password */
  firstLink: string | null;
  stop(): Promise<void>;
};
const minutesBetweenTries = 5;
const root = join(import.meta.dirname, '../..');

type OnFinished = (runId: RunId, input: Readonly<Record<string, string>>) => void;

/** The whole system on this machine: inbox, machine, stores, answers and console. */
export async function startHost(settings: LocalSettings, log: Log, onFinished?: OnFinished): Promise<Host> {
  await openFolder(settings.dataFolder, '--data');
  if (settings.mailOut.to === 'folder') await openFolder(settings.mailOut.folder, '--outbox');
  await access(settings.programmeFolder).catch((fault: unknown) => {
    const sentence = `The rule pages in ${settings.programmeFolder} cannot be read. Give a programme's folder with --programme.`;
    throw new GiveUp(sentence, { cause: fault });
  });
  const clockWitness = openClockWitness();
  const senders = openMailVerifier(settings.senderCheck);
  const parts = await composeLocal({
    dataFolder: settings.dataFolder,
    programmeFolder: settings.programmeFolder,
    mailSender: mailSenderOf(settings),
    mailFrom: settings.mailFrom,
    textReader: settings.textReader,
    secondReader: settings.secondReader,
    readers: settings.readers,
    scanner: settings.clamd === null ? noScanner : makeClamdScanner(settings.clamd),
    whenUnscanned: settings.whenUnscanned,
    mailVerifier: senders.mailVerifier,
    clock: systemClock,
    log,
    ...(onFinished ? { onFinished } : {}),
  });
  await refuseGoneWordings(parts.records, parts.programme);
  const said = [...(await loadRegisters(parts.records, settings)), parts.sight, scanInWords(settings), senders.inWords];
  await resumeOpenRuns(parts);
  const inbox = await startSmtpInbox({
    port: settings.smtpPort,
    host: settings.host,
    recipients: settings.recipients,
    now: systemClock.now,
    log,
    receive: ({ envelope, raw }) => {
      const received = receiptTimeOf(raw, envelope.receivedAt, settings.receiptTime);
      if (received.receivedBy === 'mail-server') clockWitness.compare(received.receivedAt, envelope.receivedAt);
      return parts.receive({ envelope: { ...envelope, ...received }, raw });
    },
  }).catch(cannotListen('inbox', settings.host, settings.smtpPort));
  const web = await startDesk(settings, parts);
  const sweeping = startSweeping(parts, log);
  const mailSender = mailSenderOf(settings);
  const outgoing = { ...parts, clock: systemClock, mailSender, perSecond: office.lettersPerSecond };
  const sending = startSending(outgoing, log);
  const watching = startWatching({ ...parts, clockWitness }, log);
  const sweep = () => sweepInOwnProcess(settings);
  const nights = startNightly({ ...parts, clock: systemClock, sweep }, log);
  return {
    ...parts,
    said,
    smtpPort: inbox.port,
    consoleUrl: settings.console.publicUrl ?? `http://${settings.console.host}:${web.port}`,
    firstLink: settings.console.provider === null ? await firstLink(accountPorts(parts.records)) : null,
    async stop() {
      sweeping.stop();
      await sending.stop();
      await watching.stop();
      await nights.stop();
      await inbox.stop();
      await web.stop();
      await parts.close();
      await senders.close();
    },
  };
}

/** Makes the folder, or says what to do about it before anything is begun. */
export async function openFolder(path: string, flag: '--data' | '--outbox'): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (fault) {
    const sentence = `The folder ${path} cannot be used. Give one that this account may read and write, with ${flag}.`;
    throw new GiveUp(sentence, { cause: fault });
  }
}

const portFlags = { inbox: '--smtp-port', console: '--console-port', originals: '--originals-port' } as const;

/** What to do when a port cannot be had, by the system's code for it. */
function cannotListen(what: keyof typeof portFlags, host: string, port: number) {
  const flag = portFlags[what];
  const noSuchAddress = 'this machine has no such address. Give one of its own with --host.';
  const advice = new Map([
    ['EADDRINUSE', `another program has this port. Stop it, or give another port with ${flag}.`],
    ['EACCES', `this account may not take this port. Give one above 1023 with ${flag}.`],
    ['EADDRNOTAVAIL', noSuchAddress],
    ['ENOTFOUND', noSuchAddress],
  ]);
  return (fault: unknown): never => {
    const known = fault instanceof Error && 'code' in fault ? advice.get(String(fault.code)) : undefined;
    if (known === undefined) throw fault;
    throw new GiveUp(`The ${what} cannot listen on ${host}:${port}: ${known}`, { cause: fault });
  };
}

function mailSenderOf({ mailOut, mailFrom }: LocalSettings): MailSender {
  if (mailOut.to === 'folder') return openFolderMailSender(mailOut.folder, mailFrom);
  return openSmtpMailSender({ ...mailOut, from: mailFrom });
}

/** Decisions whose run did not begin are tried again, for as long as it takes. The queue is mended once. */
function startSweeping({ records, runner }: LocalParts, log: Log): { stop(): void } {
  const startDecisions = makeStartDecisions({ records, runner });
  const mendQueue = makeMendQueue({ records, clock: systemClock });
  mendQueue().catch(() => log.error({ step: 'mend-queue', error: 'NotMended' }));
  const timer = setInterval(() => {
    startDecisions().catch(() => log.error({ step: 'start-decisions', error: 'NotStarted' }));
  }, minutesBetweenTries * 60_000);
  return { stop: () => clearInterval(timer) };
}

/** The console, and the second origin from which strangers' files leave. */
async function startDesk(settings: LocalSettings, parts: LocalParts): Promise<Listening> {
  const { console: desk } = settings;
  const originals = await startOriginals(desk, { ...parts, clock: systemClock }).catch(
    cannotListen('originals', desk.host, desk.originals?.port ?? 0),
  );
  const web = await startConsole(settings, parts, originals?.at ?? null).catch(
    cannotListen('console', desk.host, desk.port),
  );
  return {
    port: web.port,
    async stop() {
      await web.stop();
      await originals?.stop();
    },
  };
}

async function startConsole(
  settings: LocalSettings,
  parts: LocalParts,
  originalsAt: ConsoleDeps['originalsAt'],
): Promise<Listening> {
  const { host: hostname, port, publicUrl } = settings.console;
  const app = makeConsole({
    records: parts.records,
    snapshots: parts.snapshots,
    files: parts.files,
    documentReader: parts.pageDrawer,
    assets: makeFolderAssets({
      own: join(root, 'functions/console/assets'),
      uswds: join(root, 'node_modules/@uswds/uswds/dist'),
    }),
    clock: systemClock,
    letterPrinter: pdfLetterPrinter,
    programme: programmeFacts(await readProgrammePages(settings.programmeFolder)),
    proposedRules: makeFolderProposals(settings.proposedRulesFolder),
    hostNames: ['127.0.0.1', 'localhost', ...(publicUrl === null ? [] : [new URL(publicUrl).hostname])],
    ids: systemIds(),
    whatIf: makeWhatIf({ records: parts.records, programme: parts.programme, clock: systemClock }),
    tonight: makeTonight({ records: parts.records, programme: parts.programme, clock: systemClock }),
    draftLetter: makeDraftLetter(parts),
    runner: parts.runner,
    policy: settings.decisions,
    auditSample: office.auditSample,
    retention: retentionSchema.parse(office.retention),
    secrets: randomSecrets,
    signIn: signInOf(settings.console),
    publicUrl,
    originalsAt,
  });
  return listen(app, { hostname, port });
}

function signInOf({ provider, publicUrl }: ConsoleSettings): SignIn {
  if (provider === null || publicUrl === null) return { by: 'password', passwords: makeScryptPasswordHasher() };
  return { by: 'provider', provider: makeOidcSignInProvider({ ...provider, consoleUrl: publicUrl }) };
}
