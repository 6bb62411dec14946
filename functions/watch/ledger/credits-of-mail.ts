import type { CaseFile } from '#shared/domain/case-file.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { LedgerFault } from '#shared/domain/ledger.ts';
import { doubtsAboutWho } from '#shared/domain/reason.ts';
import { policyOfMail } from '#shared/domain/sender-policy.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import type { KeptMail } from './faults-of-mail.ts';

/**
 * What a mail brought for somebody's year stands in that year: the mail is named there, and each line that was found in it
 * is there as it was judged, unless a later mail of the same year was judged over it.
 */
export async function creditFaults(records: RecordStore, { about, rows, judgement }: KeptMail): Promise<LedgerFault[]> {
  const { submission } = rows;
  if (submission === null || submission.filedAt === null || judgement === null) return [];
  const years = judgement.periods.map(async ({ person, year }) => {
    const id = judgement.people[person]?.specialistId;
    return id === null || id === undefined ? [] : inYear(records, { submission, judgement, person, id, year });
  });
  return (await Promise.all(years)).flat().map((says) => ({ about, says }));
}

type Brought = { submission: Submission; judgement: Judgement; person: number; id: string; year: number };

async function inYear(records: RecordStore, { submission, judgement, person, id, year }: Brought): Promise<string[]> {
  const caseFile = await yearOrBroken(records, id, year);
  // said where the years are proved
  if (caseFile === 'broken') return [];
  const isDoubtful = judgement.reasons.some(({ code }) => doubtsAboutWho.has(code));
  const isNamed = caseFile?.submissions.includes(submission.submissionId) ?? false;
  if (!isNamed && isDoubtful && isForged(submission)) return [];
  if (caseFile === undefined) return [`It was counted for ${id} in ${year}, and that year is gone.`];
  if (!isNamed) return [`It was counted for ${id} in ${year}, and that year does not name it.`];
  if (isDoubtful || !(await isNewest(records, submission, caseFile))) return [];
  const own = judgement.credits.filter((credit) => credit.person === person);
  return own.flatMap((credit) => lineFault(credit, caseFile));
}

/** Such a mail is on nobody's record until a person settles whose it is. */
function isForged({ mail }: Submission): boolean {
  return mail !== null && policyOfMail(mail, { isOnFile: true, claimsAnother: false }).link === 'no';
}

async function yearOrBroken(records: RecordStore, id: string, year: number): Promise<CaseFile | 'broken' | undefined> {
  try {
    return (await findCaseFile(records, id, year))?.caseFile;
  } catch (fault) {
    if (fault instanceof GiveUp) return 'broken';
    throw fault;
  }
}

type Line = CaseFile['credits'][number];

function lineFault({ creditId, status, hours }: Line, { specialistId, year, credits }: CaseFile): string[] {
  const known = credits.find((one) => one.creditId === creditId);
  if (!known) return [`The line ${creditId} was found in it, and is not in ${year} of ${specialistId}.`];
  const isSame = known.status === status && known.hours === hours;
  return isSame ? [] : [`The line ${creditId} counts otherwise in ${year} of ${specialistId} than it was judged.`];
}

/** No other mail of this year was judged after it. */
async function isNewest(records: RecordStore, own: Submission, { submissions }: CaseFile): Promise<boolean> {
  const others = submissions.filter((id) => id !== own.submissionId);
  const found = await Promise.all(others.map((id) => findSubmission(records, id)));
  return found.every((other) => (other?.submission.decidedAt ?? '') < (own.decidedAt ?? ''));
}
