import type { Decision } from '#shared/domain/decision.ts';
import type { SubmissionId } from '#shared/domain/ids.ts';
import type { Judgement } from '#shared/domain/judgement.ts';
import { noRulings, type Rulings } from '#shared/domain/ruling.ts';
import type { StaffId } from '#shared/domain/staff.ts';
import { readCorrectedCase } from '#shared/records/corrected-case.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { isTooLate, yearTruth } from '../truth.ts';
import type { SentMail } from '../world/write-mail.ts';
import type { Office } from './open-office.ts';
import { type Known, rulingsOn, withoutDoubts } from './ruling.ts';
import { changesFor, lookAt, type Seen } from './seen-papers.ts';

type Case = { readonly id: SubmissionId; readonly who: StaffId; readonly mail: SentMail; readonly known: Known };
type Letter = Decision['letter'];
type Order = { action: 'accept' | 'ask-sender' | 'not-ours'; rulings: Rulings; letter: Letter; reason: string | null };

export type Worked =
  | { answer: 'decided'; decision: Decision; corrected: readonly string[] }
  /** the desk would not do what is right by the papers: a fault of the product, or of this simulation */
  | { answer: 'stuck'; why: string };

/** A reviewer takes a case, holds its papers beside what was read, puts right what differs, and decides by what the papers say. */
export async function decideCase(office: Office, given: Case): Promise<Worked> {
  const { id, who, mail, known } = given;
  const claimed = await office.leases.claim(id, who);
  if (claimed.answer !== 'yours') return stuck(`the case could not be taken: ${claimed.answer}`);
  office.clock.moveBy(180);
  const { documents } = await readCorrectedCase(office.records, id);
  const about = new Set(known.people.map(({ specialistId }) => specialistId));
  const seen = lookAt(documents, mail.papers);
  const changes = changesFor(seen, about);
  for (let at = 0; at < changes.length; at += 20) {
    const saved = await office.correct({ ...(await pageOf(office, given)), changes: changes.slice(at, at + 20) });
    if (saved.answer !== 'done') return stuck(`a correction was not taken: ${inWords(saved)}`);
  }
  const order = await orderFor(office, given);
  const decided = await office.decide({ ...(await pageOf(office, given)), ...order });
  if (decided.answer !== 'done') return stuck(`${order.action} was not taken: ${inWords(decided)}`);
  await office.runner.idle();
  return { answer: 'decided', decision: decided.decision, corrected: changes.map((change) => whatOf(change, seen)) };
}

/** "provider on certificate-word" */
function whatOf(change: ReturnType<typeof changesFor>[number], seen: readonly Seen[]): string {
  const layout = 'document' in change ? seen.find(({ at }) => at === change.document)?.paper.paper.layout : null;
  const what = change.what === 'field' ? change.field : change.what === 'row-column' ? change.column : change.what;
  return `${what} on ${layout ?? 'a paper'}`;
}

const stuck = (why: string): Worked => ({ answer: 'stuck', why });
const inWords = (refusal: { answer: string; why?: string }) => refusal.why ?? refusal.answer;

async function pageOf(office: Office, { id, who }: Case) {
  const found = await findSubmission(office.records, id);
  return { submissionId: id, who, version: found?.version ?? 0 };
}

async function orderFor(office: Office, given: Case): Promise<Order> {
  const { mail, known } = given;
  const { nature } = mail.intent;
  const nothing = { rulings: noRulings, letter: null };
  if (nature === 'invitation') return { ...nothing, action: 'not-ours', reason: 'An invitation, no case of anybody.' };
  if (nature === 'question')
    return { ...nothing, action: 'not-ours', reason: 'A question.', letter: letterAbout(questionWords) };
  const truths = known.people.map((person) => yearTruth(person, known.year, known.mails));
  if (truths.every(({ isDue }) => !isDue))
    return { ...nothing, action: 'not-ours', reason: 'Nothing is due this year.', letter: letterAbout(notDueWords) };
  const rulings = await rulingsFor(office, given);
  if (truths.some((truth) => isTooLate(truth, known.year)))
    return {
      action: 'ask-sender',
      rulings,
      letter: letterAbout(tooLateWords),
      reason: 'Too late to count without the director.',
    };
  if (truths.every(({ isWhole }) => isWhole)) return { action: 'accept', rulings, letter: null, reason: null };
  return { action: 'ask-sender', rulings, letter: null, reason: null };
}

async function rulingsFor(office: Office, { id, who, known }: Case): Promise<Rulings> {
  const judge = async (rulings: Rulings) => (await office.whatIf({ submissionId: id, who, rulings })) ?? nothingJudged;
  const doubts = withoutDoubts(await judge(noRulings));
  const credits = rulingsOn(await judge(doubts), known);
  const ruled = await judge({ ...doubts, credits });
  return { ...doubts, credits, overrides: graceFor(ruled, known) };
}

const nothingJudged: Judgement = {
  ...{ people: [], credits: [], findings: [], periods: [], shadow: [], reasons: [], requests: [] },
  outcome: 'needs-review',
};

/** In time, and what follows from it: both are said of a late report that the director lets in. */
const aboutTime = new Set(['LA-CE-05', 'LA-CE-07']);

/** The director lets reports in that came within a few days. */
function graceFor({ findings, people }: Judgement, { year, people: known, mails }: Known): Rulings['overrides'] {
  return findings
    .filter(({ rule, verdict }) => aboutTime.has(rule) && verdict !== 'met' && verdict !== 'does-not-apply')
    .flatMap((finding): Rulings['overrides'] => {
      const specialistId = people[finding.person]?.specialistId ?? null;
      const person = known.find((each) => each.specialistId === specialistId);
      const truth = person && yearTruth(person, year, mails);
      if (!truth?.isWhole || truth.isInTime || isTooLate(truth, year)) return [];
      const reason = 'The director lets reports in that came in the first five days of January.';
      return [{ rule: finding.rule, specialistId, year: finding.year, verdict: 'met', reason }];
    });
}

const letterAbout = (words: string) => ({
  subject: 'Your continuing education report',
  text: `Hello,\n\n${words}\n\nThe office\n`,
});
const questionWords =
  'your report is due by December 31. Webinars count like other trainings when their certificate says so.';
const notDueWords = 'nothing is due from you for this year. Your first report is due at the end of next year.';
const tooLateWords =
  'your report came after the last day. The director will say what follows from that, and we write to you then.';
