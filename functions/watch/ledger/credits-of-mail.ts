import type { CaseFile } from '#shared/domain/case-file.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { LedgerFault } from '#shared/domain/ledger.ts';
import { doubtsAboutWho } from '#shared/domain/reason.ts';
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
  const faults: string[] = [];
  for (const { person, year } of judgement.periods) {
    const id = judgement.people[person]?.specialistId;
    if (id === null || id === undefined) continue;
    const caseFile = await yearOrBroken(records, id, year);
    // said where the years are proved
    if (caseFile === 'broken') continue;
    if (caseFile === undefined) faults.push(`It was counted for ${id} in ${year}, and that year is gone.`);
    else if (!caseFile.submissions.includes(submission.submissionId))
      faults.push(`It was counted for ${id} in ${year}, and that year does not name it.`);
    else if (await isNewest(records, submission, caseFile)) {
      const own = judgement.credits.filter((credit) => credit.person === person);
      const isDoubtful = judgement.reasons.some(({ code }) => doubtsAboutWho.has(code));
      faults.push(...(isDoubtful ? [] : own.flatMap((credit) => lineFault(credit, caseFile))));
    }
  }
  return faults.map((says) => ({ about, says }));
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
