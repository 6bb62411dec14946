import { type Download, downloadSecondsMax } from '#shared/domain/download.ts';
import { putDownload } from '#shared/records/download-records.ts';
import type { ConsoleDeps } from '../console-deps.ts';

/** Where the file asked for is handed out, by a link that works once. Null where this desk hands it out itself. */
export async function originalElsewhere(
  { records, clock, secrets, originalsAt }: ConsoleDeps,
  asked: string,
  download: Omit<Download, 'validUntil'>,
): Promise<string | null> {
  if (originalsAt === null) return null;
  const [secret, now] = [secrets.next(), clock.now()];
  const validUntil = new Date(Date.parse(now) + downloadSecondsMax * 1_000).toISOString();
  await putDownload(records, secret, { ...download, validUntil }, now);
  return `${originalsAt(new URL(asked))}/file?link=${secret}`;
}
