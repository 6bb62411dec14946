import type { SubmissionId } from '#shared/domain/ids.ts';
import { listOpenBlindTasks } from '#shared/records/blind-records.ts';
import { listDecisionsForSecond } from '#shared/records/decision-records.ts';
import { listReviews } from '#shared/records/review-records.ts';
import { hoursOf, yearTruth } from '../truth.ts';
import type { SentMail } from '../world/write-mail.ts';
import { decideCase } from './decide-case.ts';
import type { Office } from './open-office.ts';
import type { Known } from './ruling.ts';
import { reviewers, supervisor } from './staff.ts';

export type Desk = {
  /** the mail behind a case, and what is known of the people it is about */
  caseOf(id: SubmissionId): { mail: SentMail; known: Known };
};

/** What the days at the desk came to, all together. */
export type DayAtDesk = {
  decided: number;
  seconded: number;
  blind: number;
  corrected: string[];
  /** by mail why it could not be decided at the last try */
  stuck: Map<string, string>;
};

const casesADay = 45;

/** Each reviewer takes cases from the queue, the oldest first; then the supervisor looks at what needs a second person. */
export async function workTheQueue(office: Office, desk: Desk, day: DayAtDesk): Promise<void> {
  const open = await listReviews(office.records, 'open');
  const today = open.slice(0, casesADay * reviewers.length).map(({ submissionId }) => submissionId);
  const later = await decideAll(office, desk, { cases: today, day, isLast: false });
  // one waits for another: a reply is looked at before the case that it answers can be closed
  await decideAll(office, desk, { cases: later, day, isLast: true });
  await lookASecondTime(office, desk, day);
  await judgeBlind(office, desk, day);
}

/** Those that could not be decided yet. */
async function decideAll(
  office: Office,
  desk: Desk,
  { cases, day, isLast }: { cases: readonly SubmissionId[]; day: DayAtDesk; isLast: boolean },
): Promise<SubmissionId[]> {
  const later: SubmissionId[] = [];
  for (const id of cases) {
    const who = reviewers[Number(id.at(-1)) % 2 === 0 ? 0 : 1];
    const worked = await decideCase(office, { id, who, ...desk.caseOf(id) });
    if (worked.answer === 'decided') {
      day.decided += 1;
      day.corrected.push(...worked.corrected);
      day.stuck.delete(nameOf(desk, id));
    } else if (isLast) day.stuck.set(nameOf(desk, id), worked.why);
    else later.push(id);
  }
  return later;
}

const nameOf = (desk: Desk, id: SubmissionId) => desk.caseOf(id).mail.intent.key;

async function lookASecondTime(office: Office, desk: Desk, day: DayAtDesk): Promise<void> {
  const waiting = await listDecisionsForSecond(office.records);
  for (const { submissionId, number } of waiting.map(({ decision }) => decision)) {
    office.clock.moveBy(60);
    const said = await office.second.confirm({ submissionId, number, who: supervisor });
    if (said.answer === 'done') day.seconded += 1;
    else day.stuck.set(nameOf(desk, submissionId), `not confirmed: ${said.answer}`);
    await office.runner.idle();
  }
}

/** The supervisor judges from the papers alone what the machine accepted. */
async function judgeBlind(office: Office, desk: Desk, day: DayAtDesk): Promise<void> {
  for (const { submissionId } of await listOpenBlindTasks(office.records)) {
    const { mail, known } = desk.caseOf(submissionId);
    const [person] = known.people;
    if (!person) continue;
    office.clock.moveBy(120);
    const { isWhole } = yearTruth(person, known.year, known.mails);
    const hours = ownHours(person, known, mail);
    const text = (hundredths: number) => String(hundredths / 100);
    const said = await office.answerBlind({
      ...{ submissionId, who: supervisor, accepts: isWhole ? 'yes' : 'no' },
      ...{ ethics: text(hours.ethics), core: text(hours.core), reason: isWhole ? '' : 'Something lacks.' },
    });
    if (said.answer !== 'done') day.stuck.set(mail.intent.key, `not judged blind: ${said.answer}`);
    else {
      day.blind += 1;
      if (said.isReviewOpened) day.stuck.set(mail.intent.key, 'judged blind, it comes to other hours');
    }
  }
}

/** Of the year's hours those that this mail's own papers prove or list. */
function ownHours(person: Known['people'][number], { year, mails }: Known, mail: SentMail) {
  const listsAny = mail.papers.some(({ states }) => states.what === 'report' && states.of === person.specialistId);
  if (listsAny) return hoursOf(person, year, mails);
  const own = new Set(
    mail.papers.flatMap(({ states }) => (states.what === 'certificate' ? [states.took.course.title] : [])),
  );
  const without = mails.map((each) => ({
    ...each,
    papers: each.papers.filter(({ states }) => states.what !== 'certificate' || own.has(states.took.course.title)),
  }));
  return hoursOf(person, year, without);
}
