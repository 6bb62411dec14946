import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ComposeOptions, composeLocal } from '#infra/local/compose.ts';
import { loadRegisters } from '#infra/local/load-registers.ts';
import { openFolderMailSender } from '#shared/adapters/local/folder-mail-sender.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';

const fixtures = 'test/fixtures';
const mailFrom = 'ce@office.example';

/** A clock that never says the same instant twice: rows are named by it. */
function tickingClock(from: string) {
  let ticks = 0;
  return { now: () => new Date(Date.parse(from) + ticks++ * 10).toISOString() };
}

export type Office = Awaited<ReturnType<typeof anOfficeWithMails>>;

/** The real machine on a folder of its own, with the fixture roster; these fixture mails went through it, one after another. */
export async function anOfficeWithMails(
  names: readonly string[],
  receivedAt = '2026-12-20T15:00:00.000Z',
  own: Partial<ComposeOptions> = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'office-'));
  const parts = await composeLocal({
    dataFolder: folder,
    programmeFolder: 'shared/rules/programmes/louisiana-rpss',
    mailSender: openFolderMailSender(join(folder, 'outbox'), mailFrom),
    mailFrom,
    textReader: 'none',
    secondReader: 'none',
    readers: 1,
    clock: tickingClock(receivedAt),
    log: { info: () => undefined, error: () => undefined },
    ...own,
  });
  const [rosterCsv, approvedCsv] = [`${fixtures}/roster.csv`, `${fixtures}/approved-trainings.csv`];
  await loadRegisters(parts.records, { rosterCsv, approvedCsv });
  const envelope = { mailFrom: 'sender@example.org', recipients: [], remoteAddress: null };
  const take = async (raw: Uint8Array, at = receivedAt): Promise<SubmissionId> => {
    const { submissionId } = await parts.receive({ envelope: { ...envelope, receivedAt: at }, raw });
    await parts.runner.idle();
    return submissionId;
  };
  const mails = new Map<string, SubmissionId>();
  for (const name of names) mails.set(name, await take(await readFile(`${fixtures}/mail/${name}.eml`)));
  const close = async () => {
    await parts.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { ...parts, folder, mails, take, close };
}
