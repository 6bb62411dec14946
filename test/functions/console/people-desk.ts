import { programmeFacts } from '#functions/console/programme-facts.ts';
import { readProgrammePages } from '#shared/adapters/local/folder-programme.ts';
import { caseFileSchema } from '#shared/domain/case-file.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { caseFileWrites } from '#shared/records/case-file-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { aDocument, aFile } from '#test/builders/a-document.ts';
import { aCredit, aFinding, aJudgement } from '#test/builders/a-judgement.ts';
import { aSpecialist } from '#test/builders/a-person.ts';
import { storeCase } from '#test/builders/a-stored-case.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';
import { type Desk, openDesk } from './desk.ts';

const pages = await readProgrammePages('shared/rules/programmes/louisiana-rpss');

/** A desk over the pages of a whole programme. */
export function openPeopleDesk(folder: string): Desk {
  return openDesk(folder, { programme: programmeFacts(pages) });
}

/** Dana, whose report for 2025 was accepted and whose papers of 2026 lack hours of ethics. */
export async function storeDana({ records }: Desk): Promise<void> {
  const earlier = aSubmission({ number: 5, receivedAt: '2025-12-01T15:00:00.000Z' });
  const now = aSubmission({ number: 7, outcome: 'needs-sender' });
  const papers = { files: [aFile()], documents: [aDocument()], judgement: aJudgement(), answer: anAnswer() };
  await storeCase(records, { submission: earlier, ...papers });
  await storeCase(records, { submission: now, ...papers });
  await storeYearsOfDana(records, { in2025: earlier.submissionId, in2026: now.submissionId });
}

/** Dana on the roster with two years, of mails that are stored already. */
export async function storeYearsOfDana(
  records: RecordStore,
  { in2025, in2026 }: { in2025: SubmissionId; in2026: SubmissionId },
): Promise<void> {
  await putSpecialist(records, aSpecialist({ otherNames: ['Dana Robichaux'], employer: 'Harbor House' }));
  const { person: _first, ...met } = aFinding({ year: 2025 });
  const { person: _second, ...short } = aFinding({
    verdict: 'not-met',
    value: '1.75',
    why: 'You have 1.75 ethics hours. You need 3.',
  });
  const { person: _third, ...credit } = aCredit({
    hours: 175,
    evidence: [{ submissionId: in2026, document: 0, role: 'certificate' }],
  });
  const years = [
    { year: 2025, submissions: [in2025], credits: [], findings: [met] },
    {
      year: 2026,
      submissions: [in2026],
      credits: [credit],
      findings: [short],
      missing: [{ rule: 'LA-CE-02', fact: 'ethics hours', amount: '1.25', inWords: '1.25 hours of ethics' }],
    },
  ];
  const rows = years.map((year) => caseFileSchema.parse({ specialistId: 'RPSS-0042', ...year }));
  await records.write(rows.flatMap((row) => caseFileWrites(row, null)));
}
