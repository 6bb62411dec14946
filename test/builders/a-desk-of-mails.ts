import { makeApplyRules } from '#functions/apply-rules/apply-rules.ts';
import { makeMatchPerson } from '#functions/match-person/match-person.ts';
import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import { openSqliteRecordStore } from '#shared/adapters/local/sqlite-record-store.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { DocumentRecord, FileRecord } from '#shared/domain/document.ts';
import { type FileId, fileIdOf } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { MailFacts, Submission } from '#shared/domain/submission.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { saveDocuments } from '#shared/records/document-records.ts';
import { putFiles } from '#shared/records/file-records.ts';
import { findJudgement } from '#shared/records/judgement-records.ts';
import { putApprovedTraining } from '#shared/records/register-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { findSubmission, submissionWrite } from '#shared/records/submission-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { aFile } from './a-document.ts';
import { dana, register } from './a-judged-mail.ts';
import { aMail, aSubmission, submissionIdFor } from './a-submission.ts';

export type SentMail = {
  documents: DocumentRecord[];
  mail?: Partial<MailFacts>;
  receivedAt?: string;
  submission?: Partial<Submission>;
  /** where the bytes of each file lie */
  stored?: Pick<FileRecord, 'fileKey' | 'readingKey'>;
  /** one file has all of them, page after page; else each is a file of its own */
  isOneFile?: boolean;
};

const programme = readProgrammeFolder('shared/rules/programmes/louisiana-rpss');

export type Desk = { programme?: Programme; records?: ReturnType<typeof openSqliteRecordStore> };

/** A real store with Dana on its roster; mails are laid into it as if opened and read, then matched and judged. */
export async function aDeskOfMails(roster: readonly Specialist[] = [dana], own: Desk = {}) {
  const records = own.records ?? openSqliteRecordStore(':memory:');
  const clock = { now: () => '2026-12-01T15:00:10.000Z' };
  for (const specialist of roster) await putSpecialist(records, specialist);
  for (const training of register) await putApprovedTraining(records, training);
  const matchPerson = makeMatchPerson({ records, clock });
  const applyRules = makeApplyRules({ records, clock, programme: own.programme ?? (await programme) });

  /** The mail as the reading steps leave it: opened, its files read, each document in a file of its own. */
  async function layIn(number: number, given: SentMail): Promise<Submission> {
    const from = { from: 'dana@example.org', fromName: 'Dana Fontenot', authentication: 'pass' as const };
    const receivedAt = given.receivedAt ?? '2026-12-01T15:00:00.000Z';
    const mail = aMail({ ...from, headerDate: receivedAt, ...given.mail });
    const undecided = { state: 'opened' as const, outcome: null, decidedAt: null, filedAt: null };
    const submission = aSubmission({ number, receivedAt, ...undecided, mail, ...given.submission });
    await records.write([submissionWrite(submission, 'any')]);
    const { submissionId } = submission;
    for (const [fileId, documents] of filesOf(given)) {
      const sha256 = documents[0]?.sha256 ?? '';
      await putFiles(records, [aFile({ submissionId, fileId, sha256, ...given.stored })]);
      const own = documents.map((document) => ({ ...document, submissionId, fileId }));
      await saveDocuments(records, submissionId, fileId, own);
    }
    return submission;
  }

  async function judge(number: number): Promise<Judgement | null> {
    const { submissionId, runId } = aSubmission({ number });
    await matchPerson({ submissionId, runId });
    await applyRules({ submissionId, runId });
    return findJudgement(records, submissionId);
  }

  return {
    records,
    layIn,
    judge,
    async take(number: number, given: SentMail): Promise<Judgement> {
      await layIn(number, given);
      const judgement = await judge(number);
      if (!judgement) throw new Error('the mail was not judged');
      return judgement;
    },
    ledger: async (year = 2026): Promise<CaseFile | null> =>
      (await findCaseFile(records, dana.specialistId, year))?.caseFile ?? null,
    submission: async (number: number): Promise<Submission | null> =>
      (await findSubmission(records, submissionIdFor(number)))?.submission ?? null,
  };
}

function filesOf({ documents, isOneFile = false }: SentMail): [FileId, DocumentRecord[]][] {
  if (!isOneFile) return documents.map((document, at) => [fileIdOf(at + 1), [document]]);
  const sha256 = documents[0]?.sha256 ?? '';
  const pageAfterPage = documents.map((document, at): DocumentRecord => {
    return { ...document, sha256, part: at + 1, pages: [at + 1, at + 1] };
  });
  return [[fileIdOf(1), pageAfterPage]];
}

export const codesIn = (judgement: Judgement) => [...new Set(judgement.reasons.map(({ code }) => code))];
export const countedIn = (credits: readonly { status: string }[] | undefined) =>
  (credits ?? []).filter(({ status }) => status === 'counted').length;
