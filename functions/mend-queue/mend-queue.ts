import { monthsAround } from '#shared/domain/months-around.ts';
import { shelfOf } from '#shared/domain/queue-line.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findQueueLine, queueLineWrites } from '#shared/records/queue-line-records.ts';
import { listSubmissions, submissionCheck, type VersionedSubmission } from '#shared/records/submission-records.ts';

/**
 * Looks whether each mail of the last two years lies where its own row says, and lays it there if not: a store that was written
 * before there were lines gets them, and a line that was lost by whatever means comes back. Nothing may vanish from the queue.
 */
export function makeMendQueue({ records, clock }: { records: RecordStore; clock: Clock }) {
  return async (): Promise<{ mended: number }> => {
    let mended = 0;
    for (const month of monthsAround(clock.now())) mended += await mendMonth(records, month);
    return { mended };
  };
}

async function mendMonth(records: RecordStore, month: string): Promise<number> {
  let mended = 0;
  let after: string | undefined;
  do {
    const page = await listSubmissions(records, { month, limit: 500, ...(after === undefined ? {} : { after }) });
    for (const found of page.submissions) if (await isMended(records, found)) mended += 1;
    after = page.after;
  } while (after !== undefined);
  return mended;
}

/** Written only while the mail is as it was seen: whoever changed it meanwhile wrote its line as well. */
async function isMended(records: RecordStore, { submission, version }: VersionedSubmission): Promise<boolean> {
  const line = await findQueueLine(records, submission.submissionId);
  const shelf = submission.filedAt === null ? null : shelfOf(submission);
  if ((line?.shelf ?? null) === shelf) return false;
  const writes = await queueLineWrites(records, submission);
  const check = submissionCheck(submission.submissionId, version);
  return (await records.write([check, ...writes])) === 'written';
}
