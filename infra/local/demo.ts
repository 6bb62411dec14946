import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { demoLink } from '#functions/console/sign-in/accounts.ts';
import { makeReportIntake } from '#functions/report-intake/report-intake.ts';
import { readLocalSettings } from '#shared/config/settings.ts';
import { submissionIdSchema } from '#shared/domain/ids.ts';
import { readHeaders } from '#shared/mail/read-headers.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { faultInLines } from '#shared/telemetry/without-words.ts';
import { accountPorts } from './account-ports.ts';
import { type Host, startHost } from './host.ts';

const fixtures = join(import.meta.dirname, '../../test/fixtures');

/** A log that stays silent: the demo's own lines are what there is to see. */
const quiet = makeLog({ write: () => {} });

/** Delivers one sample as the office's own mail server would: over SMTP, with the envelope the sample names. */
async function deliver(host: Host, to: string, file: string): Promise<string> {
  const raw = await readFile(join(fixtures, 'mail', file));
  const from = /^return-path:\s*<([^>\r\n]*)>/im.exec(raw.toString('latin1'))?.[1] ?? readHeaders(raw).from ?? '';
  const decided = new Promise<string>((resolve) => finished.push(resolve));
  const transport = createTransport({ host: '127.0.0.1', port: host.smtpPort, secure: false, ignoreTLS: true });
  await transport.sendMail({ envelope: { from, to: [to] }, raw });
  transport.close();
  return decided;
}

const finished: ((submissionId: string) => void)[] = [];

type Report = Awaited<ReturnType<ReturnType<typeof makeReportIntake>>>;

async function print(host: Host, file: string, submissionId: string): Promise<void> {
  const report = await makeReportIntake({ records: host.records })(submissionIdSchema.parse(submissionId), file);
  const { outcome, reference } = report;
  console.log(`${file.padEnd(44)} ${String(outcome).padEnd(17)} ${(reference ?? '').padEnd(15)} ${whyOf(report)}`);
}

/** The reason codes; where there are none, what the outcome rests on. */
function whyOf({ outcome, reasons, findings }: Report): string {
  if (reasons.length > 0) return [...new Set(reasons.map((reason) => reason.code))].join(', ');
  if (outcome === 'accepted') return 'form, certificates, person and rules agree';
  if (outcome === 'duplicate') return 'the same papers came before';
  if (outcome === 'not-a-submission') return 'automatic mail, not answered';
  const [short] = findings.filter((finding) => finding.result === 'not-met');
  return short ? `${short.rule}: ${short.value} of ${short.required}` : '';
}

/** `npm run demo`: the one-machine host on a temporary folder, with our own sample mails delivered to its inbox. */
async function main(): Promise<void> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'intake-demo-'));
  const flags = ['--data', dataFolder, '--receipt-time', 'header', ...process.argv.slice(2)];
  const registers = ['--roster', join(fixtures, 'roster.csv'), '--approved', join(fixtures, 'approved-trainings.csv')];
  const settings = readLocalSettings(process.env, [...registers, ...flags]);
  const host = await startHost(settings, quiet, (_runId, input) => finished.shift()?.(input.submissionId ?? ''));
  for (const line of host.said) console.log(line);
  const mails = (await readdir(join(fixtures, 'mail'))).filter((name) => name.endsWith('.eml')).sort();
  const [inbox = ''] = settings.recipients;
  console.log(`Delivering ${mails.length} sample e-mails over SMTP to 127.0.0.1:${host.smtpPort}\n`);
  for (const file of mails) await print(host, file, await deliver(host, inbox, file));
  const link = `${host.consoleUrl}${await demoLink(accountPorts(host.records))}`;
  console.log(`\nThe cases are in the console. This link signs you in, once:\n\n  ${link}\n\n(Ctrl-C ends the demo)`);
  const stop = () =>
    void host
      .stop()
      .then(() => rm(dataFolder, { recursive: true, force: true }))
      .finally(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

main().catch((fault: unknown) => {
  console.error(faultInLines(fault));
  process.exit(1);
});
