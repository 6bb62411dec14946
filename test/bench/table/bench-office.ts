import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { composeLocal } from '#infra/local/compose.ts';
import { loadRegisters } from '#infra/local/load-registers.ts';
import type { OnStep } from '#infra/local/run-machine.ts';
import { startSmtpInbox } from '#infra/local/smtp-inbox.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import { systemClock } from '#shared/adapters/local/system-clock.ts';
import { readLocalSettings } from '#shared/config/settings.ts';
import { runIdOf } from '#shared/domain/ids.ts';
import { makeLog } from '#shared/telemetry/log.ts';
import { type BenchMail, inbox } from './bench-mails.ts';
import { makeGate } from './gate.ts';

/** Whoever waits for the bench wants its progress, not a line for each mail. */
const quiet = makeLog({ write: () => undefined });

export type Office = {
  /** over SMTP, as an office's mail server would; milliseconds until it was decided, answered and filed */
  send(mail: BenchMail): Promise<number>;
  close(): Promise<void>;
};

type Options = {
  registers: { rosterCsv: string; approvedCsv: string };
  secondReader?: 'none' | 'embedded';
  readers?: number;
  onStep?: OnStep;
};

/** The inbox, the machine and the stores of one machine, on a folder of its own, with its children as they are in life. */
export async function openOffice({ registers, secondReader = 'embedded', readers, onStep }: Options): Promise<Office> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-office-'));
  const settings = readLocalSettings({}, ['--data', folder]);
  const ends = new Map<string, PromiseWithResolvers<number>>();
  const endOf = (runId: string) => ends.get(runId) ?? begun(ends, runId);
  const parts = await composeLocal({
    ...{ dataFolder: folder, programmeFolder: settings.programmeFolder, mailFrom: settings.mailFrom },
    mailSender: openFolderMailSender(join(folder, 'outbox'), settings.mailFrom),
    ...{ textReader: 'embedded', secondReader, readers: readers ?? null },
    ...{ clock: systemClock, log: quiet },
    onFinished: (runId) => endOf(runId).resolve(performance.now()),
    ...(onStep && { onStep }),
  });
  await loadRegisters(parts.records, await writeRegisters(folder, registers));
  const runs = new Map<string, string>();
  const through = makeGate(16);
  const server = await startSmtpInbox({
    ...{ port: 0, recipients: [inbox], now: systemClock.now, log: quiet },
    async receive({ envelope, raw }) {
      const { submissionId } = await parts.receive({ envelope, raw });
      runs.set(messageIdOf(raw), runIdOf(submissionId, 1));
    },
  });
  return {
    async send({ from, raw }) {
      const started = performance.now();
      await through(async () => {
        const transport = createTransport({ host: '127.0.0.1', port: server.port, secure: false, ignoreTLS: true });
        await transport.sendMail({ envelope: { from, to: [inbox] }, raw });
        transport.close();
      });
      return (await endOf(runs.get(messageIdOf(raw)) ?? '').promise) - started;
    },
    async close() {
      await server.stop();
      await parts.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function begun(ends: Map<string, PromiseWithResolvers<number>>, runId: string) {
  const end = Promise.withResolvers<number>();
  ends.set(runId, end);
  return end;
}

const messageIdOf = (raw: Uint8Array) =>
  /^Message-ID: (<.+>)\r$/m.exec(Buffer.from(raw.subarray(0, 5_000)).toString('latin1'))?.[1] ?? '';

async function writeRegisters(folder: string, { rosterCsv, approvedCsv }: Options['registers']) {
  const paths = { rosterCsv: join(folder, 'roster.csv'), approvedCsv: join(folder, 'approved.csv') };
  await writeFile(paths.rosterCsv, rosterCsv);
  await writeFile(paths.approvedCsv, approvedCsv);
  return paths;
}
