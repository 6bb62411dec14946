import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listSubmissions } from '#shared/records/submission-records.ts';

const firstYear = 2020;

/** Every mail of a store in the order of its id, which is that of its making. */
export async function listEverySubmission(records: RecordStore): Promise<Submission[]> {
  const found: Submission[] = [];
  const lastYear = new Date().getUTCFullYear() + 1;
  for (let year = firstYear; year <= lastYear; year += 1)
    for (let month = 1; month <= 12; month += 1)
      found.push(...(await ofMonth(records, `${year}-${String(month).padStart(2, '0')}`)));
  return found.sort((a, b) => (a.submissionId < b.submissionId ? -1 : 1));
}

async function ofMonth(records: RecordStore, month: string): Promise<Submission[]> {
  const found: Submission[] = [];
  let after: string | undefined;
  do {
    const page = await listSubmissions(records, { month, limit: 500, ...(after === undefined ? {} : { after }) });
    found.push(...page.submissions.map(({ submission }) => submission));
    after = page.after;
  } while (after !== undefined);
  return found;
}
