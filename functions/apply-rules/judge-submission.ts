import type { People } from '#shared/domain/assigned-person.ts';
import { rulingsInEffect } from '#shared/domain/decision.ts';
import { GiveUp } from '#shared/domain/faults.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { SignedRulings } from '#shared/domain/ruling.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findCaseFile, listCaseFilesOf } from '#shared/records/case-file-records.ts';
import { type Drafts, readCorrectedCase } from '#shared/records/corrected-case.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { listFiles, type VersionedFile } from '#shared/records/file-records.ts';
import { findPeople } from '#shared/records/judgement-records.ts';
import { listApprovedTrainings } from '#shared/records/register-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { listTopicChoices } from '#shared/records/topic-choice-records.ts';
import type { Programme } from '#shared/rules/programme.ts';
import type { ClaimDocument } from './claim.ts';
import { earlierApplications } from './gather-applications.ts';
import { asClaims, claimsOfPerson, earlierMails, nothingEarlier } from './gather-case.ts';
import { judgeMail, type MailJudgement, type PersonPapers } from './judge-mail.ts';
import { saidElsewhere } from './said-elsewhere.ts';
import { heldAgainst, placesSaid } from './said-papers.ts';

/** What a person adds to what is stored: changes and rulings that are only tried, and that the mail is not the office's. */
export type Judging = {
  drafts?: Drafts | null;
  rulings?: readonly SignedRulings[];
  isOurs?: boolean;
  /** the number of the last correction that is laid over the papers */
  correctedUntil?: number | undefined;
  /** a file that is left out, as if it were withheld already */
  without?: FileId | undefined;
};

/** One stored mail, judged by what was read, what people corrected and what they ruled. Writes nothing. */
export async function judgeSubmission(
  records: RecordStore,
  submission: Submission,
  programme: Programme,
  { drafts = null, rulings = [], isOurs = true, correctedUntil, without }: Judging = {},
): Promise<MailJudgement> {
  const { submissionId, mail } = submission;
  if (!mail) throw new GiveUp('the mail has not been opened');
  const [corrected, matched, files, register, choices, decisions, applications] = await Promise.all([
    readCorrectedCase(records, submissionId, drafts, correctedUntil),
    findPeople(records, submissionId),
    listFiles(records, submissionId),
    listApprovedTrainings(records),
    listTopicChoices(records, programme.id),
    listDecisions(records, submissionId),
    earlierApplications(records, submission, programme),
  ]);
  const isWithheld = ({ file }: VersionedFile) => file.withheld !== undefined || file.fileId === without;
  const withheld = new Set(files.filter(isWithheld).map(({ file }) => file.fileId));
  const isUsed = ({ at, document }: ClaimDocument) => !corrected.aside.has(at) && !withheld.has(document.fileId);
  const looked = placesSaid(corrected.documents, corrected.corrections);
  const used = asClaims(corrected.documents, true, looked).filter(isUsed);
  const ours = new Set(corrected.people.flatMap((person) => person.specialistId ?? []));
  const sent = used.map(({ document }) => document.sha256);
  const claims = heldAgainst(
    used,
    await saidElsewhere(records, { submissionId, itemOf: submission.itemOf, files: sent, ours }),
  );
  const open = (people: People) => {
    const opened = people.people.map((_person, at) => papersOf(records, submission, { claims, people }, at));
    return Promise.all(opened);
  };
  const people = isOurs ? await open(corrected) : [];
  const known = new Set(people.map(({ specialist }) => specialist?.specialistId));
  const before = await open(matched ?? { people: [], strays: [] });
  const { documents, strays, filesAside } = corrected;
  return judgeMail(
    {
      ...{ submission, mail, documents, claims, strays, people, applications, isOurs },
      files: files
        .filter(({ file }) => !filesAside.has(file.fileId) && !withheld.has(file.fileId))
        .map(({ file }) => file),
      released: before.filter(({ specialist }) => !known.has(specialist?.specialistId)),
      rulings: [...rulingsInEffect(decisions.map(({ decision }) => decision)), ...rulings],
    },
    { programme, register, choices },
  );
}

async function papersOf(
  records: RecordStore,
  { submissionId }: Submission,
  { claims, people }: { claims: readonly ClaimDocument[]; people: People },
  at: number,
): Promise<PersonPapers> {
  const matched = people.people[at];
  if (!matched) throw new GiveUp('there is no such person in the mail');
  const specialist = matched.specialistId === null ? null : await findSpecialist(records, matched.specialistId);
  return {
    matched,
    specialist,
    claims: claimsOfPerson(claims, people, at),
    standsIn: specialist
      ? (await listCaseFilesOf(records, specialist.specialistId))
          .filter(({ submissions }) => submissions.includes(submissionId))
          .map(({ year }) => year)
      : [],
    earlier: async (year) => {
      if (!specialist) return { ...nothingEarlier, caseFile: null, version: null };
      const stored = await findCaseFile(records, specialist.specialistId, year);
      const others = stored?.caseFile.submissions.filter((id) => id !== submissionId) ?? [];
      const mails = await earlierMails(records, specialist.specialistId, others);
      return { ...mails, caseFile: stored?.caseFile ?? null, version: stored?.version ?? null };
    },
  };
}
