import { GiveUp, TryAgain } from '#shared/domain/faults.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { Clock } from '#shared/ports/clock.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { applicationWrites } from '#shared/records/application-records.ts';
import { auditWrite } from '#shared/records/audit-records.ts';
import { keepBook } from '#shared/records/book-records.ts';
import { caseFileWrite, findCaseFile } from '#shared/records/case-file-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { listFiles } from '#shared/records/file-records.ts';
import { findPeople, judgementWrites, type People } from '#shared/records/judgement-records.ts';
import { listApprovedTrainings } from '#shared/records/register-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { ApplyRulesOutput, RunInput } from '#shared/workflow/steps.ts';
import type { ClaimDocument } from './claim.ts';
import { earlierApplications } from './gather-applications.ts';
import { asClaims, claimsOfPerson, earlierClaims } from './gather-case.ts';
import { judgeMail, type MailJudgement, type PersonPapers } from './judge-mail.ts';

export type ApplyRulesPorts = { records: RecordStore; clock: Clock; programme: Programme };

/** Case files in one transaction beside the judgement, the submission and the audit row. */
const caseFilesAtOnce = 20;

/**
 * Judges one opened mail and writes what it found: judgement, ledger of each person's year, the submission's outcome and
 * the audit row, all or nothing. A mail already decided, or set aside for a person, is not decided again.
 */
export function makeApplyRules({ records, clock, programme }: ApplyRulesPorts) {
  return async ({ submissionId, runId }: RunInput): Promise<ApplyRulesOutput> => {
    const found = await findSubmission(records, submissionId);
    if (!found?.submission.mail) throw new GiveUp('the mail has not been opened');
    const { submission, version } = found;
    if (submission.state === 'decided' || submission.state === 'set-aside')
      return { submissionId, runId, settled: isSettled(submission.outcome) };
    await keepBook(records, programme.id, programme.book);
    const result = await judge(records, submission, programme);
    await save(records, { submission, version }, result, clock.now());
    return { submissionId, runId, settled: isSettled(result.judgement.outcome) };
  };
}

const isSettled = (outcome: Judgement['outcome'] | null) => outcome === 'accepted' || outcome === 'needs-sender';

async function judge(records: RecordStore, submission: Submission, programme: Programme): Promise<MailJudgement> {
  const { submissionId, mail } = submission;
  if (!mail) throw new GiveUp('the mail has not been opened');
  const [documents, files, people, register, applications] = await Promise.all([
    listDocuments(records, submissionId),
    listFiles(records, submissionId).then((found) => found.map(({ file }) => file)),
    findPeople(records, submissionId),
    listApprovedTrainings(records),
    earlierApplications(records, submission, programme),
  ]);
  const known = people ?? { people: [], strays: [] };
  const claims = asClaims(documents, true);
  const papers = await Promise.all(known.people.map((_person, at) => papersOf(records, submission, claims, known, at)));
  return judgeMail(
    { submission, mail, documents, claims, files, strays: known.strays, people: papers, applications },
    { programme, register },
  );
}

async function papersOf(
  records: RecordStore,
  { submissionId }: Submission,
  claims: readonly ClaimDocument[],
  people: People,
  at: number,
): Promise<PersonPapers> {
  const matched = people.people[at];
  if (!matched) throw new GiveUp('there is no such person in the mail');
  const specialist = matched.specialistId === null ? null : await findSpecialist(records, matched.specialistId);
  return {
    matched,
    specialist,
    claims: claimsOfPerson(claims, people, at),
    earlier: async (year) => {
      if (!specialist) return { claims: [], caseFile: null, version: null };
      const stored = await findCaseFile(records, specialist.specialistId, year);
      const others = stored?.caseFile.submissions.filter((id) => id !== submissionId) ?? [];
      const earlier = await earlierClaims(records, specialist.specialistId, others);
      return { claims: earlier, caseFile: stored?.caseFile ?? null, version: stored?.version ?? null };
    },
  };
}

async function save(
  records: RecordStore,
  { submission, version }: { submission: Submission; version: number },
  { judgement, caseFiles, applications }: MailJudgement,
  at: string,
): Promise<void> {
  const { submissionId } = submission;
  const { outcome, reasons } = judgement;
  const { before: parts, last } = judgementWrites(submissionId, judgement);
  const writes = [
    ...parts,
    ...caseFiles.map(({ caseFile, version: before }) => caseFileWrite(caseFile, before)),
    ...applications.flatMap(({ application, version: before }) => applicationWrites(application, before)),
  ];
  // a batch of more people than fit one transaction: what only counts with the rest first; a second try makes it anew
  while (writes.length > caseFilesAtOnce) {
    if ((await records.write(writes.splice(0, caseFilesAtOnce))) === 'conflict')
      throw new TryAgain('a case file was changed meanwhile');
  }
  const written = await records.write([
    ...writes,
    last,
    submissionWrite({ ...submission, state: 'decided', outcome, reasons, decidedAt: at }, { version }),
    auditWrite(submissionId, {
      at,
      by: 'machine',
      action: 'judged',
      codes: [outcome, ...reasons.map((reason) => reason.code)],
    }),
  ]);
  if (written === 'conflict') throw new TryAgain('the submission or a case file was changed meanwhile');
}
