import { findAnswer, listAnswers } from '#shared/records/answer-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission, listOpenSubmissions } from '#shared/records/submission-records.ts';
import type { Taken } from '../kept-mails.ts';
import type { YearLived } from '../run-year.ts';
import type { Check } from './check.ts';

/** Every mail is a case that is through, with one answer of the machine or a reason for none. */
export async function nothingLost({ office, mails }: YearLived): Promise<Check> {
  const broken: string[] = [];
  for (const taken of mails.all) {
    const found = await findSubmission(office.records, taken.id);
    const why = found === null ? 'is no case' : found.submission.filedAt === null ? 'was never filed' : null;
    if (why !== null) broken.push(`${taken.mail.intent.key}: ${why}`);
  }
  const { submissions } = await listOpenSubmissions(office.records, { limit: 100 });
  broken.push(...submissions.map((one) => `${one.submission.reference}: still in flight`));
  return { says: 'every mail became a case, and every case was filed', looked: mails.all.length, broken };
}

export async function everyMailAnswered({ office, mails }: YearLived): Promise<Check> {
  const broken: string[] = [];
  const sent = office.mailbox.sent.map(({ messageId }) => messageId);
  for (const taken of mails.all) {
    const answer = await findAnswer(office.records, taken.id);
    const told = answer?.answer.state === 'merged' ? answer.answer.toldBy : answer?.answer.messageId;
    const letters = sent.filter((messageId) => messageId === told).length;
    const why = whyNone(taken);
    const hasGone = answer?.answer.state === 'sent' || answer?.answer.state === 'merged';
    if (why === null && (!hasGone || letters !== 1))
      broken.push(`${taken.mail.intent.key}: ${letters} answers, its row says ${answer?.answer.state ?? 'none'}`);
    if (why !== null && answer !== null) broken.push(`${taken.mail.intent.key}: answered, though ${why}`);
  }
  return { says: 'every mail has one answer, or a reason for none', looked: mails.all.length, broken };
}

/** Why a mail must not be answered by the machine. */
export function whyNone({ mail: { intent }, isItem }: Taken): string | null {
  if (isItem) return 'its sender hears of the whole mail';
  if (intent.nature === 'automatic') return 'a machine wrote it';
  return intent.isForged ? 'its address failed its proof' : null;
}

/** What left, what is on record as sent, and what people read are the same letters, each once. */
export async function lettersAddUp({ office, mails }: YearLived): Promise<Check> {
  const left = office.mailbox.sent.filter(({ isUnasked }) => !isUnasked).map(({ messageId }) => messageId);
  const onRecord = (await Promise.all(mails.all.map(({ id }) => listAnswers(office.records, id)))).flat();
  const recorded = onRecord.filter(({ answer }) => answer.state === 'sent').map(({ answer }) => answer.messageId);
  const twice = left.filter((messageId, at) => left.indexOf(messageId) !== at);
  return {
    says: 'every answer that left is on record, and left once',
    looked: left.length,
    broken: [
      ...twice.map((messageId) => `${messageId} left twice`),
      ...left.filter((each) => !recorded.includes(each)).map((each) => `${each} left and is not on record`),
      ...recorded.filter((each) => !left.includes(each)).map((each) => `${each} is on record and never left`),
      ...onRecord.filter(({ answer }) => answer.state === 'waiting').map(({ answer }) => `${answer.messageId} waits`),
    ],
  };
}

/** Mails = cases by what became of them; decisions made = decisions carried out; nothing waits for the office. */
export async function casesAddUp({ office, mails, desk }: YearLived): Promise<Check> {
  const broken: string[] = [];
  let settled = 0;
  for (const { id, mail } of mails.all) {
    const [found, review, decisions] = await Promise.all([
      findSubmission(office.records, id),
      findReview(office.records, id),
      listDecisions(office.records, id),
    ]);
    const outcome = found?.submission.outcome ?? null;
    if (outcome === null || outcome === 'needs-review') broken.push(`${mail.intent.key}: ends as ${outcome}`);
    const state = review?.state ?? 'closed';
    if (state !== 'closed' && state !== 'waiting-for-sender') broken.push(`${mail.intent.key}: its review is ${state}`);
    settled += decisions.filter(({ decision }) => decision.settledAt !== null).length;
  }
  if (settled !== desk.decided) broken.push(`${desk.decided} decisions were made, ${settled} carried out`);
  return {
    says: 'every case has come to an end, and every decision was carried out',
    looked: mails.all.length,
    broken,
  };
}
