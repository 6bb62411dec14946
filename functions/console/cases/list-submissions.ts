import { monthsAround } from '#shared/domain/months-around.ts';
import { type Submission, submissionSchema } from '#shared/domain/submission.ts';
import type { RecordStore, StoredRecord } from '#shared/ports/record-store.ts';

const submissionsShownMax = 20_000;

export type SubmissionList = {
  /** newest first */
  submissions: Submission[];
  /** rows that do not have the shape of a submission: said on the page, never silently left out */
  unreadable: number;
  /** true when there are more than `submissionsShownMax` */
  isCut: boolean;
};

/** Every submission of the last two years, newest first. `now` is an ISO instant. */
export async function listSubmissions(records: RecordStore, now: string): Promise<SubmissionList> {
  const perMonth = await Promise.all(monthsAround(now).map((month) => listMonth(records, month)));
  const rows = perMonth.flat();
  const submissions: Submission[] = [];
  let unreadable = 0;
  for (const row of rows.slice(0, submissionsShownMax)) {
    const parsed = submissionSchema.safeParse(row.body);
    if (parsed.success) submissions.push(parsed.data);
    else unreadable += 1;
  }
  return { submissions, unreadable, isCut: rows.length > submissionsShownMax };
}

async function listMonth(records: RecordStore, month: string): Promise<StoredRecord[]> {
  const rows: StoredRecord[] = [];
  let after: string | undefined;
  do {
    const page = await records.list({
      pk: `SUBMISSIONS#${month}`,
      index: 'index1',
      newestFirst: true,
      limit: 1_000,
      ...(after === undefined ? {} : { after }),
    });
    rows.push(...page.records);
    after = page.after;
  } while (after !== undefined && rows.length <= submissionsShownMax);
  return rows;
}
