import type { Answer } from '#shared/domain/answer.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAnswers } from '#shared/records/answer-records.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

/** A mail of the person about the year; `isLate`: it came after the last day, where the programme lives. */
export type MailOfYear = { reference: string; receivedAt: string; isLate: boolean };
export type LetterOfYear = Pick<Answer, 'subject' | 'state' | 'writtenAt'>;

/** Somebody whose report is not met though its last day has passed, with all that a person needs to decide about it. */
export type PersonAtYearsEnd = {
  standing: PersonStanding;
  /** null: no longer on the roster */
  specialist: Specialist | null;
  mails: MailOfYear[];
  letters: LetterOfYear[];
};

export async function readPersonAtYearsEnd(
  records: RecordStore,
  standing: PersonStanding,
  timeZone: string,
): Promise<PersonAtYearsEnd> {
  const { specialistId, year, due } = standing;
  const [specialist, found] = await Promise.all([
    findSpecialist(records, specialistId),
    findCaseFile(records, specialistId, year),
  ]);
  const ids = found?.caseFile.submissions ?? [];
  const [submissions, answers] = await Promise.all([
    Promise.all(ids.map((id) => findSubmission(records, id))),
    Promise.all(ids.map((id) => listAnswers(records, id))),
  ]);
  const mails = submissions.flatMap((each) => {
    if (each === null) return [];
    const { reference, envelope } = each.submission;
    const { receivedAt } = envelope;
    return [{ reference, receivedAt, isLate: due !== null && dayIn(timeZone, receivedAt) > due }];
  });
  const letters = answers.flat().map(({ answer: { subject, state, writtenAt } }) => ({ subject, state, writtenAt }));
  return { standing, specialist, mails: mails.sort(byTime), letters };
}

const byTime = (one: MailOfYear, other: MailOfYear) => (one.receivedAt < other.receivedAt ? -1 : 1);
