import type { Answer } from '#shared/domain/answer.ts';
import { dayIn } from '#shared/domain/calendar.ts';
import type { Letter } from '#shared/domain/letter.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { PersonStanding } from '#shared/domain/person-standing.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAnswers } from '#shared/records/answer-records.ts';
import { findCaseFile } from '#shared/records/case-file-records.ts';
import { listLettersOf } from '#shared/records/letter-records.ts';
import { findSpecialist } from '#shared/records/roster-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';

/** A mail of the person about the year; `isLate`: it came after the last day, where the programme lives. */
export type MailOfYear = { reference: string; receivedAt: string; isLate: boolean };
/** An answer to a mail of theirs, or a reminder of the schedule. */
export type LetterOfYear = { subject: string; state: Answer['state'] | Letter['state']; writtenAt: string };

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
  const [submissions, answers, reminders] = await Promise.all([
    Promise.all(ids.map((id) => findSubmission(records, id))),
    Promise.all(ids.map((id) => listAnswers(records, id))),
    listLettersOf(records, specialistId),
  ]);
  const mails = submissions.flatMap((each) => {
    if (each === null) return [];
    const { reference, envelope } = each.submission;
    const { receivedAt } = envelope;
    return [{ reference, receivedAt, isLate: due !== null && dayIn(timeZone, receivedAt) > due }];
  });
  const sent = [
    ...answers.flat().map(({ answer }) => answer),
    ...reminders.map(({ letter }) => letter).filter((letter) => letter.year === year),
  ];
  const letters = sent.map(({ subject, state, writtenAt }) => ({ subject, state, writtenAt }));
  return {
    standing,
    specialist,
    mails: mails.sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1)),
    letters: letters.sort((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1)),
  };
}
