import type { CanaryRun } from '#shared/domain/canary-run.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { FileDisposal } from '#shared/ports/file-disposal.ts';
import type { FileKey } from '#shared/ports/file-store.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { canaryRunRemovals, listCanaryRuns, type VersionedRun } from '#shared/records/canary-run-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { forgetSpace, ownSpace } from '#shared/records/own-space.ts';
import { pageReadingsOf } from '#shared/records/page-read-records.ts';
import { newestWithFile } from '#shared/records/sent-file-records.ts';

type Ports = { records: RecordStore; fileDisposal: FileDisposal; clock: Clock };

/** Long enough to look into what differed. */
const daysKept = 30;

/**
 * Ends packets of the canary that are old: nobody in them exists, so nobody is asked. A raw mail that the store has locked is kept, with
 * its rows, until the lock is over; papers that another packet or a mail of somebody brought stay. Returns how many packets went.
 */
export function makeForgetPackets({ records, fileDisposal, clock }: Ports) {
  return async (): Promise<number> => {
    const before = new Date(Date.parse(clock.now()) - daysKept * 86_400_000).toISOString();
    const all = await listCanaryRuns(records);
    const old = all.filter(({ run }) => run.sentAt < before);
    const free = await unlocked(fileDisposal, old);
    if (free.length === 0) return 0;
    const gone = new Set(free.map(({ run }) => run.submissionId));
    const needed = new Set(
      await papersOf(
        records,
        all.map(({ run }) => run).filter((run) => !gone.has(run.submissionId)),
      ),
    );
    for (const found of free) {
      const papers = await papersOf(records, [found.run]);
      for (const key of [...rawOf(found.run), ...papers.filter((key) => !needed.has(key))])
        await fileDisposal.destroy(key);
      await forgetSpace(records, found.run.submissionId);
      await records.write(canaryRunRemovals(found));
    }
    return free.length;
  };
}

const rawOf = ({ spentBy }: CanaryRun): FileKey[] => (spentBy === null ? [] : [`raw/${spentBy}`]);

async function unlocked(fileDisposal: FileDisposal, runs: readonly VersionedRun[]): Promise<VersionedRun[]> {
  const looked = runs.map(async (one) => {
    const locks = await Promise.all(rawOf(one.run).map((key) => fileDisposal.lockOf(key)));
    return locks.every((lock) => lock === null) ? [one] : [];
  });
  return (await Promise.all(looked)).flat();
}

/** The files that these packets brought and what was read of them, without what a mail of somebody brought too. */
async function papersOf(records: RecordStore, runs: readonly CanaryRun[]): Promise<FileKey[]> {
  const keys = new Set<FileKey>();
  for (const { submissionId } of runs) {
    const space = ownSpace(records, submissionId);
    const pages = await pageReadingsOf(space, submissionId);
    for (const { file } of await listFiles(space, submissionId)) {
      if ((await newestWithFile(records, file.sha256, 1)).length > 0) continue;
      const ofPages = pages.filter(({ fileId }) => fileId === file.fileId).map(({ key }) => key);
      for (const key of [file.fileKey, ...ofPages]) keys.add(key);
      if (file.readingKey !== null) keys.add(file.readingKey);
    }
  }
  return [...keys];
}
