import type { CaseFile } from '#shared/domain/case-file.ts';
import type { Credit } from '#shared/domain/credit.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { LedgerFault, Place } from '#shared/domain/ledger.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { pageOfCaseFiles } from '#shared/records/case-file-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

/** Where a claimed line of training is. What is not counted because it was there already is a duplicate. */
export function placeOfCredit({ status, code }: Credit): Place {
  if (status === 'counted') return 'filed';
  if (status === 'undecided') return 'inFlight';
  return code === 'duplicate-training' ? 'duplicates' : 'refused';
}

/** The case files of a report year, each held against the mails that it names. */
export async function proveYear(
  records: RecordStore,
  year: number,
  on: { line: (place: Place) => void; fault: (fault: LedgerFault) => void },
): Promise<void> {
  let after: string | undefined;
  do {
    const page = await pageOfCaseFiles(records, year, { limit: 200, ...(after === undefined ? {} : { after }) });
    for (const id of page.broken)
      on.fault({ about: `${id}#${year}`, says: 'A part of this year is gone, or cannot be read.' });
    for (const caseFile of page.caseFiles) {
      for (const credit of caseFile.credits) on.line(placeOfCredit(credit));
      for (const says of await faultsOf(records, caseFile))
        on.fault({ about: `${caseFile.specialistId}#${year}`, says });
    }
    after = page.after;
  } while (after !== undefined);
}

async function faultsOf(records: RecordStore, { submissions, credits }: CaseFile): Promise<string[]> {
  const named = await Promise.all(submissions.map(async (id) => [id, await findSubmission(records, id)] as const));
  const gone = named.filter(([, found]) => found === null).map(([id]) => `Its mail ${id} is gone.`);
  const own: ReadonlySet<SubmissionId> = new Set(submissions);
  const foreign = credits
    .filter(({ evidence }) => evidence.some(({ submissionId }) => !own.has(submissionId)))
    .map(({ creditId }) => `The line ${creditId} rests on a mail that the year does not name.`);
  return [...gone, ...foreign, ...twice(credits)];
}

/** The same file never counts twice: a certificate of several sessions has several lines, each with an id of its own. */
function twice(credits: readonly Credit[]): string[] {
  const counted = credits.filter(({ status }) => status === 'counted').map(({ creditId }) => creditId);
  const again = new Set(counted.filter((id, at) => counted.indexOf(id) !== at));
  return [...again].map((id) => `The line ${id} is counted twice.`);
}
