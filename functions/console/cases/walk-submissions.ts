import { monthsAround } from '#shared/domain/months-around.ts';
import { type Submission, submissionSchema } from '#shared/domain/submission.ts';
import type { RecordStore, StoredRecord } from '#shared/ports/record-store.ts';

/** So many rows are read for one page at most, however few of them are wanted. */
export const readsMax = 1_000;

export type Walk = {
  /** newest first */
  submissions: Submission[];
  /** rows that do not have the shape of a submission: said on the page, never silently left out */
  unreadable: number;
  /** where the next page begins; null when there is nothing older within two years */
  older: string | null;
};
type Asked = {
  /** the `older` of the page before */
  from: string | undefined;
  /** how many are shown at once */
  limit: number;
  isWanted?: (submission: Submission) => boolean;
};

/** The key of a submission in the list of its month: where the last page ended. */
const placePattern = /^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z#sub_[0-9A-Za-z]{1,40}$/;

/**
 * A page of the submissions of the last two years, newest first: those after a place that a page before ended at. Reads what it shows
 * and no more, or a thousand rows where few are wanted.
 */
export async function walkSubmissions(
  records: RecordStore,
  now: string,
  { from, limit, isWanted = () => true }: Asked,
): Promise<Walk> {
  const walk: Walk = { submissions: [], unreadable: 0, older: null };
  let after = placePattern.test(from ?? '') ? (from ?? null) : null;
  let reads = 0;
  for (const month of monthsAround(now).filter((one) => after === null || one <= after.slice(0, 7))) {
    for (let isMore = true; isMore; ) {
      const rows = await rowsBefore(records, month, after, Math.min(limit, readsMax - reads));
      for (const row of rows) {
        after = placeOf(row);
        reads += 1;
        take(walk, row, isWanted);
        if (walk.submissions.length === limit || reads === readsMax) return { ...walk, older: after };
      }
      isMore = rows.length > 0;
    }
  }
  return walk;
}

function take(walk: Walk, row: StoredRecord, isWanted: (submission: Submission) => boolean): void {
  const parsed = submissionSchema.safeParse(row.body);
  if (!parsed.success) walk.unreadable += 1;
  else if (isWanted(parsed.data)) walk.submissions.push(parsed.data);
}

/** Those of a month that come after a place, newest first: the place itself was shown already. */
async function rowsBefore(records: RecordStore, month: string, place: string | null, limit: number) {
  const until = place?.startsWith(month) ? { skTo: place } : {};
  const query = { pk: `SUBMISSIONS#${month}`, index: 'index1' as const, newestFirst: true };
  const page = await records.list({ ...query, ...until, limit: limit + 1 });
  return page.records.filter((row) => placeOf(row) !== place).slice(0, limit);
}

const placeOf = ({ index1 }: StoredRecord): string => index1?.sk ?? '';
