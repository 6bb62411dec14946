import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { findJudgement, listJudgements } from '#shared/records/judgement-records.ts';

export type YearOfPerson = { specialistId: string; year: number };

/** Whose years a judgement says something of. */
export function yearsIn({ people, findings }: Judgement): YearOfPerson[] {
  const years = findings.flatMap(({ person, year }) => {
    const specialistId = people[person]?.specialistId ?? null;
    return specialistId === null ? [] : [{ specialistId, year }];
  });
  return [...new Map(years.map((each) => [keyOf(each), each])).values()];
}

const keyOf = ({ specialistId, year }: YearOfPerson) => `${specialistId}#${year}`;

/** `left`: some paper counted, or might have, there once, and does not since a person said what or whose it is. */
export type YearTouched = YearOfPerson & { left: boolean };

/** Every year that a mail has ever been counted in, those that it left included. */
export async function yearsTouched(records: RecordStore, id: SubmissionId): Promise<YearTouched[]> {
  const judgements = (await listJudgements(records, id)).map(({ judgement }) => judgement);
  const now = await findJudgement(records, id);
  const years = new Set(now === null ? [] : yearsIn(now).map(keyOf));
  const papers = new Set(now === null ? [] : papersFor(now, id));
  const gone = new Set(judgements.flatMap((one) => papersFor(one, id)).filter((paper) => !papers.has(paper)));
  const people = new Set([...gone].map((paper) => paper.slice(0, paper.lastIndexOf('#'))));
  const ever = new Map(judgements.flatMap(yearsIn).map((each) => [keyOf(each), each]));
  return [...ever.values()].map((each) => {
    return { ...each, left: !years.has(keyOf(each)) || people.has(each.specialistId) };
  });
}

/** "RPSS-0042#3": the fourth paper of the mail stands behind a line of this person that counts, or may. */
function papersFor({ people, credits }: Judgement, id: SubmissionId): string[] {
  return credits
    .filter(({ status }) => status !== 'not-counted')
    .flatMap(({ person, evidence }) =>
      evidence
        .filter(({ submissionId }) => submissionId === id)
        .map(({ document }) => `${people[person]?.specialistId ?? ''}#${document}`),
    );
}
