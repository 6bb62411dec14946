import type { Answer } from '#shared/domain/answer.ts';
import { dayIn, yearOf } from '#shared/domain/calendar.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import type { DocumentRecord } from '#shared/domain/document.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { StandingChange } from '#shared/domain/person-standing.ts';
import type { Resolution } from '#shared/domain/resolution.ts';
import type { Submission } from '#shared/domain/submission.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findAnswer } from '#shared/records/answer-records.ts';
import { listCaseFilesOf } from '#shared/records/case-file-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { findPeople } from '#shared/records/judgement-records.ts';
import { listResolutionsOf } from '#shared/records/resolution-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { listStandingChangesOf, listStandingsOf, type VersionedStanding } from '#shared/records/standing-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { missingOf } from '#shared/rules/nearest-miss.ts';
import { personPeriods, type ReportPeriod } from '#shared/rules/period/person-periods.ts';
import type { Programme } from '#shared/rules/programme.ts';
import { rosterFacts } from '#shared/rules/roster-facts.ts';
import { type ActiveAnswer, activeOn } from '#shared/rules/standing/active-on.ts';
import { type Standing, standingOf, type YearOnRecord } from '#shared/rules/standing/standing.ts';
import type { ConsoleDeps } from '../console-deps.ts';

/** One mail about the person: what of it is theirs. `number` is the document's 1-based place in the mail. */
export type MailOfPerson = {
  submission: Submission;
  documents: { number: number; record: DocumentRecord }[];
  answer: Answer | null;
};

/** `period` is null where the desk was given no whole programme; `caseFile` is null for a year without anything on record. */
export type YearShown = {
  year: number;
  period: ReportPeriod | null;
  standing: Standing;
  caseFile: CaseFile | null;
  record: YearOnRecord | null;
  mails: MailOfPerson[];
  /** as the last night, or a person since, left it; null: not judged by a night yet */
  kept: VersionedStanding | null;
  /** how it came about, the oldest first */
  changes: readonly StandingChange[];
  /** what named persons said of it */
  resolutions: readonly Resolution[];
};

export type PersonView = { specialist: Specialist; years: YearShown[]; today: string };

/** Everything on record about one person, the newest year first; the present year stands there also when nothing came. */
export async function viewPerson(deps: ConsoleDeps, specialistId: string): Promise<PersonView | null> {
  const { records, clock, programme } = deps;
  const specialist = await findSpecialist(records, specialistId);
  if (specialist === null) return null;
  const [caseFiles, standings, changes, resolutions] = await Promise.all([
    listCaseFilesOf(records, specialistId),
    listStandingsOf(records, specialistId),
    listStandingChangesOf(records, specialistId),
    listResolutionsOf(records, specialistId),
  ]);
  const said = resolutions.map(({ resolution }) => resolution);
  const mails = await mailsOf(records, specialistId, caseFiles);
  const today = dayIn(programme.timeZone, clock.now());
  const whole = programme.book?.programme ?? null;
  const years = [
    ...new Set([
      yearOf(today),
      ...[...caseFiles, ...standings.map(({ standing }) => standing)].map(({ year }) => year),
    ]),
  ].sort((a, b) => b - a);
  return {
    specialist,
    today,
    years: years.map((year) =>
      yearShown({ whole, specialist, caseFiles, mails, today, standings, changes, said }, year),
    ),
  };
}

/** Null where the desk was given no whole programme: then nothing can be said by its rules. */
export function activeOnDay(deps: ConsoleDeps, view: PersonView, day: string): ActiveAnswer | null {
  const programme = deps.programme.book?.programme;
  if (programme === undefined) return null;
  const { specialist, today } = view;
  const years = view.years.flatMap(({ caseFile, standing }) => (caseFile === null ? [] : [{ caseFile, standing }]));
  return activeOn({ programme, specialist, years, day, today });
}

type Known = {
  whole: Programme | null;
  specialist: Specialist;
  caseFiles: readonly CaseFile[];
  mails: ReadonlyMap<SubmissionId, MailOfPerson>;
  today: string;
  standings: readonly VersionedStanding[];
  changes: readonly StandingChange[];
  said: readonly Resolution[];
};

function yearShown(known: Known, year: number): YearShown {
  const { whole, specialist, caseFiles, mails, today, standings, changes, said } = known;
  const caseFile = caseFiles.find((each) => each.year === year) ?? null;
  const own = (caseFile?.submissions ?? []).flatMap((id) => mails.get(id) ?? []);
  const record = caseFile === null ? null : recordOf(whole, caseFile, own);
  const kept = standings.find((each) => each.standing.year === year) ?? null;
  const period = whole === null ? null : personPeriods(whole, rosterFacts(specialist)).in(year);
  const standing: Standing =
    period === null
      ? { word: 'cannot-tell', why: ['The programme was not read here.'] }
      : standingOf(period, record, today, { resolved: kept?.standing.resolved ?? null, status: specialist.status });
  return {
    year,
    period,
    standing,
    caseFile,
    record,
    mails: own,
    kept,
    changes: changes.filter((each) => each.year === year),
    resolutions: said.filter((each) => each.year === year),
  };
}

function recordOf(whole: Programme | null, caseFile: CaseFile, mails: readonly MailOfPerson[]): YearOnRecord {
  const with_ = (outcome: Submission['outcome']) => mails.filter((mail) => mail.submission.outcome === outcome).length;
  return {
    findings: caseFile.findings,
    missing: whole === null ? (caseFile.missing ?? []) : missingOf(whole, caseFile),
    waiting: with_('needs-review') + mails.filter(({ submission }) => submission.outcome === null).length,
    accepted: with_('accepted'),
  };
}

async function mailsOf(records: RecordStore, specialistId: string, caseFiles: readonly CaseFile[]) {
  const ids = [...new Set(caseFiles.flatMap(({ submissions }) => submissions))];
  const found = await Promise.all(ids.map((id) => mailOf(records, specialistId, id)));
  return new Map(found.flatMap((mail) => (mail === null ? [] : [[mail.submission.submissionId, mail] as const])));
}

async function mailOf(records: RecordStore, specialistId: string, id: SubmissionId): Promise<MailOfPerson | null> {
  const [found, people, documents, answer] = await Promise.all([
    findSubmission(records, id),
    findPeople(records, id),
    listDocuments(records, id),
    findAnswer(records, id),
  ]);
  if (found === null) return null;
  const own = people?.people.find((person) => person.specialistId === specialistId)?.documents ?? [];
  return {
    submission: found.submission,
    documents: own.flatMap((at) => {
      const record = documents[at];
      return record === undefined ? [] : [{ number: at + 1, record }];
    }),
    answer: answer?.answer ?? null,
  };
}
