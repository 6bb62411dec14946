import { readProgrammeFolder } from '#shared/adapters/local/folder-programme.ts';
import type { CaseFigures } from '#shared/domain/case-figures.ts';
import type { Specialist } from '#shared/domain/person.ts';
import type { StandingWord } from '#shared/domain/standing-word.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { answerWrite } from '#shared/records/answer-records.ts';
import { caseFileWrites } from '#shared/records/case-file-records.ts';
import { figuresWrites } from '#shared/records/figures-records.ts';
import { putSpecialist } from '#shared/records/roster-records.ts';
import { standingWrite } from '#shared/records/standing-records.ts';
import { submissionWrite } from '#shared/records/submission-records.ts';
import { dana } from '#test/builders/a-judged-mail.ts';
import { aStanding } from '#test/builders/a-standing.ts';
import { aSubmission } from '#test/builders/a-submission.ts';
import { anAnswer } from '#test/builders/an-answer.ts';
import { someFigures } from '#test/builders/case-figures.ts';

export const louisiana = await readProgrammeFolder('shared/rules/programmes/louisiana-rpss');
export const auditSample = { percent: 10, seed: 'the office’s own' };
export const yearClock = { now: () => '2027-01-05T18:00:00.000Z' };

const missing = [{ rule: 'LA-CE-02', fact: 'ethics hours', amount: '1.25', inWords: '1.25 hours in ethics' }];

type Person = { word: StandingWord; own?: Partial<Specialist>; mails?: readonly string[]; year?: number };

/** Somebody with a standing in 2026, and mails about that year that came at these instants, each answered. */
export async function aPersonAtYearsEnd(
  records: RecordStore,
  number: number,
  { word, own = {}, mails = [], year = 2026 }: Person,
) {
  const specialistId = `RPSS-${String(number).padStart(4, '0')}`;
  await putSpecialist(records, { ...dana, specialistId, legalName: `Person ${number} Fontenot`, email: null, ...own });
  const isShort = word === 'past-deadline-unresolved' && mails.length > 0;
  const why =
    word === 'met'
      ? ['All 7 rules that apply are met.']
      : ['Nothing was received. The report is due by December 31, 2026.'];
  await records.write([
    standingWrite(aStanding({ specialistId, year, word, why, missing: isShort ? missing : [] }), null),
  ]);
  const submissions = mails.map((receivedAt, at) => aSubmission({ number: number * 10 + at, receivedAt }));
  for (const submission of submissions)
    await records.write([
      submissionWrite(submission, 'absent'),
      answerWrite(submission.submissionId, anAnswer({ subject: `About ${submission.reference}` }), null),
    ]);
  if (submissions.length > 0) {
    const ids = submissions.map(({ submissionId }) => submissionId);
    await records.write(
      caseFileWrites({ specialistId, year, submissions: ids, credits: [], findings: [], shadow: [] }, null),
    );
  }
  return specialistId;
}

export async function keepFigures(
  records: RecordStore,
  ...all: (Partial<CaseFigures> & { number: number })[]
): Promise<void> {
  for (const each of all) await records.write(figuresWrites(someFigures(each), null));
}
