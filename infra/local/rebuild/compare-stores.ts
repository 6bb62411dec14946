import type { SubmissionId } from '#shared/domain/ids.ts';
import type { RecordStore } from '#shared/ports/record-store.ts';
import { listAnswers } from '#shared/records/answer-records.ts';
import { listCaseFiles } from '#shared/records/case-file-records.ts';
import { listCorrections } from '#shared/records/correction-records.ts';
import { listDecisions } from '#shared/records/decision-records.ts';
import { listDocuments } from '#shared/records/document-records.ts';
import { listQuarantineOrders } from '#shared/records/quarantine-records.ts';
import { listReplies } from '#shared/records/reply-records.ts';
import { listHolds } from '#shared/records/retention-records.ts';
import { findReview } from '#shared/records/review-records.ts';
import { findSubmission } from '#shared/records/submission-records.ts';
import { listEverySubmission } from './every-submission.ts';

/** `kind` says what of an office it is about; `says` names what the old store has and the new one. */
export type Difference = { kind: string; about: string; says: string };

/** Where two stores of one office say something else about its mails, what was decided about them and what counts. */
export async function compareStores(old: RecordStore, fresh: RecordStore): Promise<Difference[]> {
  const [before, after] = await Promise.all([listEverySubmission(old), listEverySubmission(fresh)]);
  const ids = new Set([...before, ...after].map(({ submissionId }) => submissionId));
  const differences: Difference[] = [];
  const [heldThen, heldNow] = [await holdsIn(old), await holdsIn(fresh)];
  for (const id of ids) {
    const [one, other] = [await mailFacts(old, id), await mailFacts(fresh, id)];
    differences.push(...differing(id, { ...one, hold: heldThen.get(id) }, { ...other, hold: heldNow.get(id) }));
  }
  const years = new Set(before.flatMap(({ envelope }) => yearsAround(envelope.receivedAt)));
  for (const year of [...years].sort()) {
    const [one, other] = [await yearFacts(old, year), await yearFacts(fresh, year)];
    for (const person of new Set([...one.keys(), ...other.keys()]))
      differences.push(...differing(`${person}#${year}`, { year: one.get(person) }, { year: other.get(person) }));
  }
  return differences;
}

export type Facts = Record<string, unknown>;

async function holdsIn(records: RecordStore): Promise<Map<SubmissionId, unknown>> {
  const holds = await listHolds(records);
  return new Map(
    holds.map(({ hold: { submissionId, by, reason, lifted } }) => [
      submissionId,
      { by, reason, lifted: lifted?.reason },
    ]),
  );
}

/** Instants are left out: the machine works at another pace. */
async function mailFacts(records: RecordStore, id: SubmissionId): Promise<Facts> {
  const found = await findSubmission(records, id);
  if (found === null) return { mail: 'none' };
  const [documents, corrections, decisions, answers, review] = await Promise.all([
    listDocuments(records, id),
    listCorrections(records, id),
    listDecisions(records, id),
    listAnswers(records, id),
    findReview(records, id),
  ]);
  const [orders, replies] = await Promise.all([listQuarantineOrders(records, id), listReplies(records, id)]);
  const { reference, outcome, state, duplicateOf, reasons, filedAt, rawSha256 } = found.submission;
  return {
    mail: { reference, rawSha256, duplicateOf, isFiled: filedAt !== null },
    outcome: { outcome, state, reasons: reasons.map(({ code }) => code) },
    review: review?.state ?? 'none',
    papers: documents.map(({ fileId, part, pages, kind }) => ({ fileId, part, pages, kind })),
    corrections: corrections.map(({ by, change }) => ({ by, change })),
    decisions: decisions.map(({ decision: { number, by, action, state: now, rulings, reason, second, letter } }) => ({
      ...{ number, by, action, state: now, rulings, reason, letter },
      second: second && { by: second.by, agrees: second.agrees },
    })),
    quarantine: orders.map(({ order: { action, by, reason, second: agreed, refused } }) => {
      return { action, by, reason, agreed: agreed?.by, refused: refused?.by };
    }),
    replies: replies.map(({ reply: { submissionId, apart } }) => {
      return { submissionId, apart: apart?.because, takenBack: apart?.takenBack?.because };
    }),
    letters: answers.map(({ answer, decision }) => ({ decision, subject: answer.subject, to: answer.to })),
  };
}

async function yearFacts(records: RecordStore, year: number): Promise<Map<string, unknown>> {
  const files = await listCaseFiles(records, year);
  return new Map(
    files.map(({ specialistId, submissions, credits, findings }) => [
      specialistId,
      {
        submissions: [...submissions].sort(),
        credits: credits.map(({ creditId, status, hours }) => ({ creditId, status, hours })),
        findings: findings.map(({ rule, verdict }) => ({ rule, verdict })),
      },
    ]),
  );
}

function yearsAround(instant: string): number[] {
  const year = Number(instant.slice(0, 4));
  return [year - 1, year, year + 1];
}

export function differing(about: string, one: Facts, other: Facts): Difference[] {
  const kinds = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return kinds.flatMap((kind) => {
    const [was, is] = [JSON.stringify(one[kind]) ?? 'none', JSON.stringify(other[kind]) ?? 'none'];
    if (was === is) return [];
    return [{ kind, about, says: heldPrivate.has(kind) ? 'differs' : `was ${cut(was)}, is ${cut(is)}` }];
  });
}

/** They hold words about people: where they differ is said, and not what. */
const heldPrivate: ReadonlySet<string> = new Set([
  ...['corrections', 'decisions', 'letters', 'quarantine', 'replies', 'hold'],
  ...['roster', 'identity', 'verifications', 'years'],
]);
const shownMax = 400;
const cut = (text: string) => (text.length > shownMax ? `${text.slice(0, shownMax)}…` : text);
